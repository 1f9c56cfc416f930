package io.github.murmuration.rng;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.arithmetic.NarrowMath;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kat")
class NoiseLayoutTest {

    private static final long SEED = 0x0123456789abcdefL;

    @Test
    void fourAgentsOfATileShareAColumn() {
        long[] tiles = {0, 1, 7, 1L << 22, (1L << 40) + 3};
        for (long tile : tiles) {
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 256; column++) {
                    long agent = 1024 * tile + 256 * row + column;
                    assertEquals(256 * tile + column, Noise.column(agent));
                    assertEquals(row, Noise.row(agent));
                }
            }
        }
    }

    /** Philox is a bijection of the counter for a given key: words are distinct exactly when counters are. */
    @Test
    void countersOfDifferentUsesAreDistinct() {
        long[] columns = {0, 1, 255, 256, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, 1L << 33, (1L << 56) - 1};
        int[] steps = {0, 1, 2, 255, 1 << 24, Integer.MAX_VALUE};
        int[] components = {0, 1, 2, 31, 1 << 24, Integer.MAX_VALUE};
        Set<String> seen = new HashSet<>();
        int[] words = new int[4];
        for (Stream stream : Stream.values()) {
            for (long column : columns) {
                for (int step : steps) {
                    for (int component : components) {
                        Noise.words(SEED, stream, column, step, component, words);
                        assertTrue(seen.add(Arrays.toString(words)), () -> stream + " " + column + " " + step);
                    }
                }
            }
        }
    }

    /** The least word has the largest radius, (64 log 2)^(1/2). */
    @Test
    void normalsEndAtSixPointSixSix() {
        assertEquals(0x1p-32f, Noise.uniform(0));
        assertEquals(0x1p-32f, Noise.uniform(1));
        assertEquals(6.6604, Math.sqrt(NarrowMath.minusTwoLog(Noise.uniform(0))), 5e-5);
    }

    /** Layout version 1, written out: a change of these words must change the version. */
    @Test
    void counterIsColumnStreamStepComponent() {
        assertEquals(1, Noise.LAYOUT_VERSION);
        int[] expected = {5, 2 + (2 << 24), 11, 3};
        Philox4x32.generate(expected, SEED);
        int[] words = new int[4];
        Noise.words(SEED, Stream.INCREMENT, (2L << 32) + 5, 11, 3, words);
        assertArrayEquals(expected, words);
    }

    @Test
    void streamsKeepTheirNumbers() {
        assertArrayEquals(
                new Stream[] {
                    Stream.START,
                    Stream.START_COMPONENT,
                    Stream.INCREMENT,
                    Stream.ENDPOINT_COMPONENT,
                    Stream.ENDPOINT,
                    Stream.PATTERN,
                    Stream.PATTERN_COMPONENT,
                    Stream.PATTERN_CHOICE,
                    Stream.HALVING,
                    Stream.SEED,
                    Stream.COMMON,
                    Stream.MARK,
                    Stream.BATCH,
                    Stream.CLOUD_SHAPE,
                    Stream.CLOUD,
                    Stream.CLOUD_POINT,
                    Stream.CLOUD_NOISE,
                    Stream.BRANCH,
                    Stream.FREQUENCY,
                    Stream.UPSAMPLED
                },
                Stream.values());
    }

    /** (floor(w/2) + 1/2)/2^31 by hand; the last rounds up to 1. */
    @Test
    void uniformsLieInTheHalfOpenUnitInterval() {
        assertEquals(0x1p-32f, Noise.uniform(0));
        assertEquals(0x1p-32f, Noise.uniform(1));
        assertEquals(0x3p-32f, Noise.uniform(2));
        assertEquals(0.5f, Noise.uniform(0x80000000));
        assertEquals(1.0f, Noise.uniform(-1));
    }

    /**
     * Box-Muller in double precision from the same words. An error of 2 ulp in -2 log and in the sine, half an ulp in the root
     * and the product, and an angle rounded to 24 bits: below 6 ulp of the radius, which is at most 6.7.
     */
    @Test
    void normalsAreBoxMullerOfTheWords() {
        int[] words = new int[4];
        float[] normals = new float[4];
        for (int step = 0; step < 20_000; step++) {
            Noise.words(SEED, Stream.INCREMENT, 9, step, 0, words);
            double[] expected = new double[4];
            for (int pair = 0; pair < 4; pair += 2) {
                double radius = Math.sqrt(-2 * Math.log(Noise.uniform(words[pair])));
                double angle = 2 * Math.PI * 0x1p-32 * Integer.toUnsignedLong(words[pair + 1]);
                expected[pair] = radius * Math.cos(angle);
                expected[pair + 1] = radius * Math.sin(angle);
            }
            Noise.normals(SEED, Stream.INCREMENT, 9, step, 0, words, normals);
            for (int row = 0; row < 4; row++) {
                assertEquals(expected[row], normals[row], 6 * 0x1p-21);
            }
        }
    }
}
