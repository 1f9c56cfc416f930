package io.github.murmuration.arithmetic;

/**
 * The polynomials behind the reproducible functions, lowest order first.
 *
 * <p>Each was fitted for this project by linear programming (least maximal relative error on 2001 Chebyshev points), one
 * coefficient rounded to float32 at a time and the rest refitted. Bounds below are those of the rounded polynomial, before
 * the rounding of its evaluation.
 */
public final class Coefficients {

    /** log(1+f)/f on [sqrt(1/2)-1, sqrt(2)-1]; relative error 3.1e-8. */
    public static final float LOG_0 = 1.0f;

    public static final float LOG_1 = -0x1.fffffap-2f;
    public static final float LOG_2 = 0x1.5556fp-2f;
    public static final float LOG_3 = -0x1.0004a8p-2f;
    public static final float LOG_4 = 0x1.98d3ap-3f;
    public static final float LOG_5 = -0x1.535c2cp-3f;
    public static final float LOG_6 = 0x1.317cap-3f;
    public static final float LOG_7 = -0x1.2505a6p-3f;
    public static final float LOG_8 = 0x1.65f17p-4f;

    /** sin(pi x / 2)/x in y = x^2 on [0, 1/4]; relative error 2.8e-8. */
    public static final float SIN_0 = 0x1.921fb6p+0f;

    public static final float SIN_1 = -0x1.4abbdap-1f;
    public static final float SIN_2 = 0x1.465fcp-4f;
    public static final float SIN_3 = -0x1.2cdbd8p-8f;

    /** cos(pi x / 2) in y = x^2 on [0, 1/4]; absolute error 3.3e-8. */
    public static final float COS_0 = 1.0f;

    public static final float COS_1 = -0x1.3bd3a2p+0f;
    public static final float COS_2 = 0x1.03b18ep-2f;
    public static final float COS_3 = -0x1.4eb112p-6f;

    /** 2/pi: quarter turns per radian. */
    public static final float TWO_OVER_PI = (float) (2 / Math.PI);

    /** exp(x) on [-log(2)/2, log(2)/2], of one order less than the next; relative error 1.2e-7. */
    public static final float DECAY_0 = 1.0f;

    public static final float DECAY_1 = 1.0f;
    public static final float DECAY_2 = 0x1.fffde8p-2f;
    public static final float DECAY_3 = 0x1.5557c4p-3f;
    public static final float DECAY_4 = 0x1.573334p-5f;
    public static final float DECAY_5 = 0x1.10604cp-7f;

    /** exp(x) - 1 = x + x^2 (EXP_2 + EXP_3 x + ...) on [-log(2)/2, log(2)/2]; relative error 1.4e-8. */
    public static final float EXP_2 = 0x1.fffffep-2f;

    public static final float EXP_3 = 0x1.5554b4p-3f;
    public static final float EXP_4 = 0x1.5556f2p-5f;
    public static final float EXP_5 = 0x1.12254ap-7f;
    public static final float EXP_6 = 0x1.6b9c68p-10f;

    /** Beyond them exp(x) is zero and infinity. */
    public static final float EXP_LEAST = -104.0f;

    public static final float EXP_MOST = 89.0f;

    /** Beyond it tanh(x) is 1. */
    public static final float TANH_MOST = 10.0f;

    /** sin(x)/x = 1 + RADIAN_SIN_1 y + ... in y = x^2, {@code |x| <= pi/4}; relative error 4.1e-9. */
    public static final float RADIAN_SIN_1 = -0x1.555546p-3f;

    public static final float RADIAN_SIN_2 = 0x1.110774p-7f;
    public static final float RADIAN_SIN_3 = -0x1.9951eap-13f;

    /** cos(x) = 1 + RADIAN_COS_1 y + ... in y = x^2, {@code |x| <= pi/4}; relative error 1.2e-10. */
    public static final float RADIAN_COS_1 = -0.5f;

    public static final float RADIAN_COS_2 = 0x1.55554ap-5f;
    public static final float RADIAN_COS_3 = -0x1.6c0c28p-10f;
    public static final float RADIAN_COS_4 = 0x1.99e80cp-16f;

    /** pi/2 split in three, the first two rounded down: none is negative, so that multiples of an angle -0 leave it -0. */
    public static final float HALF_PI_HIGH = 0x1.921fb4p+0f;

    public static final float HALF_PI_MIDDLE = 0x1.4442dp-24f;
    public static final float HALF_PI_LOW = 0x1.84698ap-48f;

    /** From it on angles are reduced in integers. */
    public static final float LARGE_ANGLE = 0x1p16f;

    /** atan(x)/x = 1 + ATAN_1 y + ... in y = x^2, {@code |x| <= 1}; relative error 1.7e-8. */
    public static final float ATAN_1 = -0x1.5554dcp-2f;

    public static final float ATAN_2 = 0x1.9978ecp-3f;
    public static final float ATAN_3 = -0x1.230a94p-3f;
    public static final float ATAN_4 = 0x1.b4deb2p-4f;
    public static final float ATAN_5 = -0x1.3550e8p-4f;
    public static final float ATAN_6 = 0x1.61eef6p-5f;
    public static final float ATAN_7 = -0x1.0c1868p-6f;
    public static final float ATAN_8 = 0x1.7ea854p-9f;

    /** -2 log(2) rounded to float32. */
    public static final float MINUS_TWO_LN2 = -0x1.62e43p+0f;

    /** 1/log(2), and log(2) split in two: LN2_HIGH has twelve trailing zero bits, so n LN2_HIGH is exact for {@code |n| < 2^12}. */
    public static final float INVERSE_LN2 = 0x1.715476p+0f;

    public static final float LN2_HIGH = 0x1.62ep-1f;
    public static final float LN2_LOW = 0x1.0bfbe8p-15f;

    /** Adding it to {@code |x| < 2^22} leaves round-to-nearest(x) in the low bits of the significand. */
    public static final float ROUND_TO_INT = 0x1.8p23f;

    /** Below it the decay is 0. */
    public static final float DECAY_UNDERFLOW = -87.0f;

    /** Bits of sqrt(1/2): splits a float into 2^e m with m in [sqrt(1/2), sqrt(2)). */
    public static final int SQRT_HALF_BITS = 0x3f3504f3;

    private Coefficients() {}
}
