package io.github.murmuration.rng;

/**
 * Philox4x32-10: four 32-bit words as a function of a 128-bit counter and a 64-bit key.
 *
 * <p>Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11; multipliers and Weyl constants of its
 * table 2.
 */
public final class Philox4x32 {

    public static final int ROUNDS = 10;
    public static final int MULTIPLIER_0 = 0xD2511F53;
    public static final int MULTIPLIER_1 = 0xCD9E8D57;
    public static final int WEYL_0 = 0x9E3779B9;
    public static final int WEYL_1 = 0xBB67AE85;

    private Philox4x32() {}

    /**
     * Replaces the counter in words[0..3] by its four random words.
     * @param words modified.
     */
    public static void generate(int[] words, long key) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = Integer.toUnsignedLong(MULTIPLIER_0) * Integer.toUnsignedLong(words[0]);
            long p1 = Integer.toUnsignedLong(MULTIPLIER_1) * Integer.toUnsignedLong(words[2]);
            words[0] = (int) (p1 >>> 32) ^ words[1] ^ k0;
            words[1] = (int) p1;
            words[2] = (int) (p0 >>> 32) ^ words[3] ^ k1;
            words[3] = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
    }
}
