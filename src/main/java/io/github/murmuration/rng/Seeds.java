package io.github.murmuration.rng;

/** Seeds as a function of a seed and two numbers: independent noise for every case of a study and every part of a case. */
public final class Seeds {

    private Seeds() {}

    /**
     * @param number of the case, below 2^56.
     * @param part of the case
     */
    public static long of(long seed, long number, int part) {
        int[] words = new int[Noise.ROWS];
        Noise.words(seed, Stream.SEED, number, part, 0, words);
        return Integer.toUnsignedLong(words[0]) | (long) words[1] << 32;
    }
}
