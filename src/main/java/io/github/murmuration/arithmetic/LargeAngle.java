package io.github.murmuration.arithmetic;

/**
 * Angles of any size as fractions of a turn, in integers: the product of the significand and the 96 binary digits of 2/pi that reach
 * below whole turns. M. Payne and R. Hanek, Radian reduction for trigonometric functions, SIGNUM Newsletter 18, 1983.
 */
final class LargeAngle {

    /** Zero, then the binary digits of 2/pi, 32 in each: as many as the largest float32 needs. */
    private static final int[] DIGITS = {
        0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab
    };

    /** Radians per 2^-64 of a turn. */
    private static final double RADIANS = Math.PI / 2 * 0x1p-62;

    private LargeAngle() {}

    /** theta/(2 pi) less its whole part, times 2^64; error below 2 units. {@code 2^16 <= |theta| < infinity}. */
    static long fractionOfTurn(float theta) {
        int bits = Float.floatToRawIntBits(theta);
        long significand = (bits & 0x007fffff) | 0x00800000;
        int from = ((bits >> 23) & 0xff) - 120;
        long fraction = (significand * window(from) << 32)
                + significand * window(from + 32)
                + (significand * window(from + 64) >>> 32);
        return bits < 0 ? -fraction : fraction;
    }

    /** Quarter of the turn that the fraction is nearest to a multiple of: 0 to 3. */
    static int quadrant(long fraction) {
        return (int) ((fraction + (1L << 61)) >>> 62);
    }

    /** What is left of the fraction after its quadrant, in radians: [-pi/4, pi/4]. */
    static float radiansLeft(long fraction) {
        return (float) ((fraction - ((long) quadrant(fraction) << 62)) * RADIANS);
    }

    /** 32 digits from the given one on. */
    private static long window(int from) {
        int word = from >> 5;
        long pair = (long) DIGITS[word] << 32 | Integer.toUnsignedLong(DIGITS[word + 1]);
        return (pair << (from & 31)) >>> 32;
    }
}
