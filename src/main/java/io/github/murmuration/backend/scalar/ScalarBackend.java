package io.github.murmuration.backend.scalar;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.host.HostCeilings;
import io.github.murmuration.backend.host.HostEnsemble;
import io.github.murmuration.backend.host.HostPatterns;
import io.github.murmuration.backend.host.InterpretedPairs;

/** {@code cpu-scalar}. */
public final class ScalarBackend implements Backend {

    @Override
    public String name() {
        return "cpu-scalar";
    }

    @Override
    public Availability availability() {
        return new Availability(true, "plain Java loops; the reference");
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public Ensemble open(EnsembleSpec spec, int threads) {
        return new HostEnsemble(spec, threads, () -> ScalarKernel.of(spec), InterpretedPairs::new);
    }

    @Override
    public Need need(EnsembleSpec spec) {
        return HostEnsemble.need(spec);
    }

    @Override
    public PatternEvaluator patterns(int threads) {
        return new HostPatterns(threads, ScalarPatterns::new);
    }

    @Override
    public Ceilings ceilings(int threads) {
        return HostCeilings.measured(threads, ScalarRounds::new);
    }
}
