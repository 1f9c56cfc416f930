package io.github.murmuration.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bits of every function, kept in a file that the tests of the kernels read too. What this version gives goes to target/. */
@Tag("kat")
class KnownAnswersTest {

    private static final Path KEPT = Path.of("native-test", "known-answers", "functions.txt");
    private static final Path GIVEN = Path.of("target", "functions.txt");

    @Test
    void bitsAreThoseThatAreKept() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Function, bits of its arguments, bits of its value; every NaN is 7fc00000.");
        for (UnaryFunction function : UnaryFunction.values()) {
            addUnary(function, lines);
        }
        for (BinaryFunction function : BinaryFunction.values()) {
            addBinary(function, lines);
        }
        Files.write(GIVEN, lines);
        List<String> kept = Files.readAllLines(KEPT);
        assertEquals(kept.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(kept.get(i), lines.get(i));
        }
    }

    private static void addUnary(UnaryFunction function, List<String> lines) {
        SplittableRandom random = new SplittableRandom(1);
        for (float x : SpecialFloats.all()) {
            lines.add(line(function, x, function.of(x)));
        }
        for (int n = 0; n < 110; n++) {
            float any = Float.intBitsToFloat(random.nextInt());
            float usual = (float) (200 * random.nextDouble() - 100);
            lines.add(line(function, any, function.of(any)));
            lines.add(line(function, usual, function.of(usual)));
        }
    }

    private static void addBinary(BinaryFunction function, List<String> lines) {
        SplittableRandom random = new SplittableRandom(1);
        float[] some = {0, -0f, Float.MIN_VALUE, 1, -1, -2, Float.MAX_VALUE, Float.POSITIVE_INFINITY, -1f / 0, Float.NaN
        };
        for (float a : some) {
            for (float b : some) {
                lines.add(line(function, a, b, function.of(a, b)));
            }
        }
        for (int n = 0; n < 200; n++) {
            float a = Float.intBitsToFloat(random.nextInt());
            float b = (float) (a * (4 * random.nextDouble() - 2));
            lines.add(line(function, a, b, function.of(a, b)));
        }
    }

    private static String line(Enum<?> function, float... numbers) {
        StringBuilder line = new StringBuilder(function.name().toLowerCase(Locale.ROOT));
        for (float number : numbers) {
            line.append(String.format(Locale.ROOT, " %08x", Float.floatToIntBits(number)));
        }
        return line.toString();
    }
}
