package io.github.murmuration.study.path;

import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Philox4x32;
import io.github.murmuration.rng.Stream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Random splits of p + q patterns into p and q. Number 0 is the split into the first p and the others. */
final class Halving {

    private final long seed;
    private final int[] words = new int[Noise.ROWS];

    Halving(long seed) {
        this.seed = seed;
    }

    /** Those of the first half of a split, then those of the second. */
    int[][] halves(int sample, int split, int count) {
        int[] order = order(sample, split, count);
        return new int[][] {Arrays.copyOfRange(order, 0, count / 2), Arrays.copyOfRange(order, count / 2, count)};
    }

    /** Indices 0..count-1 in the order of a split: the first half of them, then the second. */
    private int[] order(int sample, int split, int count) {
        if (split == 0) {
            return IntStream.range(0, count).toArray();
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            if (i % Noise.ROWS == 0) {
                words[0] = i;
                words[1] = Noise.counter1(Stream.HALVING, 0);
                words[2] = sample;
                words[3] = split;
                Philox4x32.generate(words, seed);
            }
            keys[i] = Integer.toUnsignedLong(words[i % Noise.ROWS]) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
