package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, it is either accepted or refused in one line that names it; nothing else escapes. */
class DamagedScenarioTest {
    private static final String TEXT =
            BaseScenario.edited("initial: {mixture: {weights: [0.6, 0.4], means: [1, 2], covariances: [1, [[2]]]}}\n"
                    + "target: {patterns: {file: npy/float32.npy}}\n"
                    + "guidance: [zero, {custom: [1, 2, 3, 4]}]\n"
                    + "protocol: {breaks: [0, 0.2, 0.5, 0.7, 1], beta: {first: 2, ratio: 0.5}}\n");
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "-",
        "'",
        "\"",
        "\n",
        "\t",
        " ",
        "#",
        "&a ",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "\0",
        "\uFEFF",
        "\u2028",
        "\uD800",
        "e",
        "1e99999999999",
        "1e-99999999999",
        ".nan",
        "0x1p3",
        "~",
        "<<",
        "9",
        "_",
        "true",
        "!!int ",
        "!!binary ",
        "---\n",
        "...\n",
        "[]",
        "{}",
        "\\",
        "\"\\x\"",
        ".."
    };

    @Test
    void isAcceptedOrRefusedInOneLine() {
        SplittableRandom random = new SplittableRandom(1);
        int accepted = 0;
        for (int trial = 0; trial < 5_000; trial++) {
            accepted += accepts(damaged(TEXT, random), 1) ? 1 : 0;
        }
        assertTrue(accepted > 40 && accepted < 2_500, accepted + " accepted");
    }

    /** What is wrong inside an expression is shown in two lines more. */
    @Test
    void modelOfAUserIsAcceptedOrRefusedInThreeLines() {
        SplittableRandom random = new SplittableRandom(1);
        int accepted = 0;
        for (int trial = 0; trial < 5_000; trial++) {
            accepted += accepts(damaged(CustomBase.YAML, random), 3) ? 1 : 0;
        }
        assertTrue(accepted > 40 && accepted < 2_500, accepted + " accepted");
    }

    private static String damaged(String whole, SplittableRandom random) {
        StringBuilder text = new StringBuilder(whole);
        int damages = random.nextInt(1, 4);
        for (int i = 0; i < damages; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(3));
            text.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static boolean accepts(String yaml, int lines) {
        try {
            ScenarioReader.parse("my.yaml", yaml, BaseScenario.data(), Map.of());
            return true;
        } catch (ScenarioException e) {
            assertTrue(e.getMessage().startsWith("my.yaml: "), e::getMessage);
            long found = e.getMessage().split("\\R", -1).length;
            assertTrue(found == 1 || found == lines, e::getMessage);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(yaml, e);
        }
    }
}
