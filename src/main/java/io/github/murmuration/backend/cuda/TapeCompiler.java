package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.scenario.ScenarioException;
import java.util.List;

/** Chooses how a population is stepped: a model that is a tape by a kernel compiled for it, where the driver can; else by the interpreter. */
final class TapeCompiler {

    private static final String CHOICE = "MURMURATION_CUDA_TAPES";

    private final Installation installation;
    private final Context context;
    private final CubinCache cache;

    /** @param remarks what a user should know of the choice, a sentence each */
    record Choice(KernelSet kernels, List<String> remarks) {}

    /** @param context entered */
    TapeCompiler(Installation installation, Context context, CubinCache cache) {
        this.installation = installation;
        this.context = context;
        this.cache = cache;
    }

    /**
     * Loads what is compiled.
     * @throws ScenarioException the environment asks for something else than it can
     */
    Choice choose(EnsembleSpec spec) {
        KernelSet interpreted = KernelSet.of(spec);
        if (!(spec.evaluator() instanceof Evaluator.Taped taped) || interpret()) {
            return new Choice(interpreted, List.of());
        }
        try {
            KernelImage image = installation.image().orElseThrow();
            load(StepPtx.of(image.step(), taped.step(), spec));
            PairPlan.of(spec, spec.tiling()).ifPresent(plan -> load(PairPtx.of(image.pairs(), plan)));
            return new Choice(new CompiledTapeKernels(interpreted), List.of());
        } catch (IllegalStateException e) {
            String what = spec.evaluator().pairs() > 0
                    ? "the step and its pair means are interpreted, more slowly: "
                    : "the step is interpreted, at about half the rate: ";
            return new Choice(interpreted, List.of(what + e.getMessage()));
        }
    }

    /** An emulated device has no compiler. */
    private boolean interpret() {
        String choice = System.getenv().getOrDefault(CHOICE, "compiled");
        if (!List.of("compiled", "interpreted").contains(choice)) {
            throw ScenarioException.refused(CHOICE, choice, "compiled or interpreted");
        }
        return choice.equals("interpreted") || installation.device().emulated();
    }

    private void load(String ptx) {
        String key =
                CubinCache.key(ptx, installation.driver(), installation.device().capability());
        byte[] code = cache.find(key).orElseGet(() -> compile(key, ptx));
        context.load(code);
    }

    private byte[] compile(String key, String ptx) {
        byte[] code = PtxLinker.compile(ptx);
        cache.keep(key, code);
        return code;
    }
}
