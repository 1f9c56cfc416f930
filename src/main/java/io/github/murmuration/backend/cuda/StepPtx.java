package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of a population in PTX: kernels/compiled.cu with every splice replaced. */
final class StepPtx {

    /** Entry point of one step. */
    static final String KERNEL = "tape_step_compiled";

    /** Entry point of many, by resident blocks. */
    static final String RESIDENT = "tape_steps_compiled";

    private final TapedStep step;
    private final Map<String, Integer> constants;

    private StepPtx(TapedStep step, EnsembleSpec spec) {
        this.step = step;
        this.constants = constants(step, spec);
    }

    /**
     * @param template PTX of kernels/compiled.cu.
     * @param step that of the spec
     */
    static String of(String template, TapedStep step, EnsembleSpec spec) {
        StepPtx ptx = new StepPtx(step, spec);
        return Splices.replace(template, TapePtx.declarations(step), ptx::splice);
    }

    /** Numbers that differ from one batch of replicas to the next are none: one kernel serves all batches. */
    private static Map<String, Integer> constants(TapedStep step, EnsembleSpec spec) {
        Map<String, Integer> constants = new HashMap<>();
        constants.put("drawn", flag(spec.noise() == NoiseSource.PHILOX));
        constants.put("energies", flag(spec.agentEnergies()));
        constants.put("sources", step.sources());
        constants.put("noise_per_step", step.noisePerStep());
        constants.put("label_slot", step.program().agent().reads(Source.LABEL) ? 0 : DeviceTape.NONE);
        constants.put("dimension", spec.sums().dimension());
        constants.put("labels", spec.sums().labels());
        constants.put("pairs", step.pairs());
        constants.put("width", spec.sums().width());
        constants.put("features", spec.sums().features());
        constants.put("guidances", spec.guidances());
        if (spec.tiling().replicas() == 1) {
            constants.put("replicas", 1);
        }
        if (spec.tiling().columns() == Noise.COLUMNS) {
            constants.put("columns", Noise.COLUMNS);
            constants.put("beside", 1);
        }
        return constants;
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }

    private String splice(String what, List<String> words) {
        return switch (what) {
            case "constant" -> line("mov.u32", words.get(1), constant(words.get(0), words.get(2)));
            case "normals" ->
                Splices.choice(
                        words.get(0),
                        0,
                        step.sources(),
                        w -> Splices.moves(ColumnPtx.column(Source.NORMAL.at(w)), words.subList(1, 5)));
            case "labels" -> Splices.moves(ColumnPtx.column(Source.LABEL.at(0)), words);
            case "tape" -> TapePtx.of(step, words);
            case "output" ->
                Splices.choice(
                        words.get(0),
                        0,
                        outputs().length,
                        c -> Splices.moves(words.subList(1, 5), ColumnPtx.column(outputs()[c])));
            default -> throw new IllegalStateException("no splice is named " + what);
        };
    }

    /** @param said register of what the launch says */
    private String constant(String name, String said) {
        Integer known = constants.get(name);
        return known == null ? said : known.toString();
    }

    private int[] outputs() {
        return step.program().agent().outputs();
    }
}
