package io.github.murmuration.rng;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kat")
class Philox4x32Test {

    /** Also read by the tests of the kernels. */
    private static final Path KNOWN_ANSWERS = Path.of("native-test", "known-answers", "philox4x32-10.txt");

    @Test
    void givesThePublishedAnswers() throws IOException {
        List<int[]> cases = Files.readAllLines(KNOWN_ANSWERS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Philox4x32Test::words)
                .toList();
        assertEquals(3, cases.size());
        for (int[] line : cases) {
            int[] counter = Arrays.copyOf(line, 4);
            Philox4x32.generate(counter, Integer.toUnsignedLong(line[4]) | (long) line[5] << 32);
            assertArrayEquals(Arrays.copyOfRange(line, 6, 10), counter);
        }
    }

    /** Commons RNG takes key and counter as its seed, and counts up before it answers. */
    @Test
    void agreesWithCommonsRng() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 10_000; n++) {
            int[] seed = random.ints(6).toArray();
            var other = new org.apache.commons.rng.core.source32.Philox4x32(seed);
            int[] counter = Arrays.copyOfRange(seed, 2, 6);
            counter[0]++;
            Philox4x32.generate(counter, Integer.toUnsignedLong(seed[0]) | (long) seed[1] << 32);
            int[] expected = {other.nextInt(), other.nextInt(), other.nextInt(), other.nextInt()};
            assertArrayEquals(expected, counter);
        }
    }

    private static int[] words(String line) {
        return Arrays.stream(line.trim().split("\\s+"))
                .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
                .toArray();
    }
}
