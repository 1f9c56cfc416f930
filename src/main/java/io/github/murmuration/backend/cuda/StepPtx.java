package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The step of a population in PTX: kernels/advance_compiled.cuh with every splice replaced. */
final class StepPtx {

    /** Entry point. */
    static final String KERNEL = "tape_step_compiled";

    private static final Pattern SPLICE = Pattern.compile("^\\h*// splice (\\w+) (.*)$", Pattern.MULTILINE);
    private static final Pattern BODY = Pattern.compile("\\.entry " + KERNEL + "\\([^{]*\\{\n");

    private final TapedStep step;
    private final Map<String, Integer> constants;

    private StepPtx(TapedStep step, EnsembleSpec spec) {
        this.step = step;
        this.constants = constants(step, spec);
    }

    /** @param template PTX of kernels/compiled.cu. @param step that of the spec */
    static String of(String template, TapedStep step, EnsembleSpec spec) {
        StepPtx ptx = new StepPtx(step, spec);
        String spliced = SPLICE.matcher(template)
                .replaceAll(splice -> ptx.splice(
                        splice.group(1), Arrays.asList(splice.group(2).split(" "))));
        return BODY.matcher(spliced)
                .replaceFirst(body -> Matcher.quoteReplacement(body.group() + TapePtx.declarations(step)));
    }

    /** Numbers that differ from one batch of replicas to the next are none: one kernel serves all batches. */
    private static Map<String, Integer> constants(TapedStep step, EnsembleSpec spec) {
        Map<String, Integer> constants = new HashMap<>(Map.of(
                "sources", step.sources(),
                "noise_per_step", step.noisePerStep(),
                "label_slot", step.program().agent().reads(Source.LABEL) ? 0 : DeviceTape.NONE,
                "dimension", spec.sums().dimension(),
                "labels", spec.sums().labels(),
                "pairs", step.pairs(),
                "width", spec.sums().width(),
                "features", spec.sums().features(),
                "guidances", spec.guidances()));
        if (spec.tiling().replicas() == 1) {
            constants.put("replicas", 1);
        }
        if (spec.tiling().columns() == Noise.COLUMNS) {
            constants.put("columns", Noise.COLUMNS);
        }
        return constants;
    }

    private String splice(String what, List<String> words) {
        return switch (what) {
            case "constant" -> line("mov.u32", words.get(1), constant(words.get(0), words.get(2)));
            case "normals" ->
                choice(
                        words.get(0),
                        0,
                        step.sources(),
                        w -> moves(TapePtx.column(Source.NORMAL.at(w)), words.subList(1, 5)));
            case "labels" -> moves(TapePtx.column(Source.LABEL.at(0)), words);
            case "tape" -> TapePtx.of(step, words);
            case "output" ->
                choice(
                        words.get(0),
                        0,
                        outputs().length,
                        c -> moves(words.subList(1, 5), TapePtx.column(outputs()[c])));
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

    /** What belongs to a number that is known as the kernel runs, from <= number < to: halves, until one is left. */
    private static String choice(String number, int from, int to, IntFunction<String> what) {
        if (to - from <= 1) {
            return to > from ? what.apply(from) : "";
        }
        int middle = (from + to) / 2;
        return "{\n"
                + line("setp.lt.s32", "%holds", number, Integer.toString(middle))
                + "@!%holds bra.uni beyond;\n"
                + choice(number, from, middle, what)
                + "bra.uni chosen;\nbeyond:\n"
                + choice(number, middle, to, what)
                + "chosen:\n}\n";
    }

    private static String moves(List<String> to, List<String> from) {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < Noise.ROWS; r++) {
            text.append(line("mov.f32", to.get(r), from.get(r)));
        }
        return text.toString();
    }
}
