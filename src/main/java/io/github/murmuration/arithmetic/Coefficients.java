package io.github.murmuration.arithmetic;

/**
 * The polynomials behind the reproducible log, sine, cosine and exponential, lowest order first.
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

    /** 1/(2 pi): turns per radian. */
    public static final float INVERSE_TWO_PI = (float) (0.5 / Math.PI);

    /** 2 pi split in two: its nearest float32, and that of the rest. */
    public static final float TWO_PI_HIGH = (float) (2 * Math.PI);

    public static final float TWO_PI_LOW = (float) (2 * Math.PI - (double) TWO_PI_HIGH);

    /** exp(x) on [-log(2)/2, log(2)/2]; relative error 1.2e-7. */
    public static final float DECAY_0 = 1.0f;

    public static final float DECAY_1 = 1.0f;
    public static final float DECAY_2 = 0x1.fffde8p-2f;
    public static final float DECAY_3 = 0x1.5557c4p-3f;
    public static final float DECAY_4 = 0x1.573334p-5f;
    public static final float DECAY_5 = 0x1.10604cp-7f;

    /** -2 log(2) rounded to float32. */
    public static final float MINUS_TWO_LN2 = -0x1.62e43p+0f;

    /** 1/log(2), and log(2) split in two: LN2_HIGH has twelve trailing zero bits, so n LN2_HIGH is exact for |n| < 2^12. */
    public static final float INVERSE_LN2 = 0x1.715476p+0f;

    public static final float LN2_HIGH = 0x1.62ep-1f;
    public static final float LN2_LOW = 0x1.0bfbe8p-15f;

    /** Adding it to |x| < 2^22 leaves round-to-nearest(x) in the low bits of the significand. */
    public static final float ROUND_TO_INT = 0x1.8p23f;

    /** Below it the decay is 0. */
    public static final float DECAY_UNDERFLOW = -87.0f;

    /** Bits of sqrt(1/2): splits a float into 2^e m with m in [sqrt(1/2), sqrt(2)). */
    public static final int SQRT_HALF_BITS = 0x3f3504f3;

    private Coefficients() {}
}
