package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.host.HostCeilings;
import io.github.murmuration.backend.host.HostEnsemble;
import io.github.murmuration.backend.host.HostPatterns;

/** {@code cpu}: all cores, vectors of the widest shape. Loads without the incubating module, and then says how to enable it. */
public final class VectorBackend implements Backend {

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public Availability availability() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new Availability(
                    false, "the vector module is off; start Java with --add-modules jdk.incubator.vector");
        }
        if (!Compiler.optimises()) {
            return new Availability(
                    false,
                    "this Java does not compile vectors (interpreter or quick compiler); start it without -Xint and"
                            + " -XX:TieredStopAtLevel, or use --backend cpu-scalar");
        }
        return new Availability(true, Lanes.description());
    }

    @Override
    public int preference() {
        return 1;
    }

    @Override
    public Ensemble open(EnsembleSpec spec, int threads) {
        VectorPairs pairs = new VectorPairs(VectorPairs.FEW);
        return new HostEnsemble(spec, threads, () -> VectorKernel.of(spec), pairs::kernel);
    }

    @Override
    public Need need(EnsembleSpec spec) {
        return HostEnsemble.need(spec);
    }

    @Override
    public PatternEvaluator patterns(int threads) {
        return new HostPatterns(threads, VectorPatterns::new);
    }

    @Override
    public Ceilings ceilings(int threads) {
        return HostCeilings.measured(threads, VectorRounds::new);
    }
}
