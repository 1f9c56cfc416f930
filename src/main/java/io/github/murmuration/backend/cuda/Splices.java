package io.github.murmuration.backend.cuda;

import static io.github.murmuration.backend.cuda.OperationPtx.line;

import io.github.murmuration.rng.Noise;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PTX with lines that begin with "// splice", each of which is replaced: kernels/splices.cuh. */
final class Splices {

    private static final Pattern ENTRY = Pattern.compile("\\.entry \\w+\\([^{]*\\{\n");
    private static final Pattern SPLICE = Pattern.compile("^\\h*// splice (\\w+) (.*)$", Pattern.MULTILINE);

    private Splices() {}

    /**
     * @param declarations go to the beginning of every entry point
     * @param splice of its name and the words after it
     */
    static String replace(String template, String declarations, BiFunction<String, List<String>, String> splice) {
        String spliced = SPLICE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(splice.apply(
                        found.group(1), Arrays.asList(found.group(2).split(" ")))));
        return ENTRY.matcher(spliced).replaceAll(body -> Matcher.quoteReplacement(body.group() + declarations));
    }

    /** What belongs to a number that is known as the kernel runs, {@code from <= number < to}: halves, until one is left. */
    static String choice(String number, int from, int to, IntFunction<String> what) {
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

    /** Of a value of the four agents. */
    static String moves(List<String> to, List<String> from) {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < Noise.ROWS; r++) {
            text.append(line("mov.f32", to.get(r), from.get(r)));
        }
        return text.toString();
    }
}
