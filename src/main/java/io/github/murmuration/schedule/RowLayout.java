package io.github.murmuration.schedule;

/**
 * Where each coefficient of a step lies in a row of the drift schedule (float32). With d coordinates and C target components:
 *
 * <pre>
 * [0] b            [1] b - a          [2] -b_0        [3] dt
 * [4] noise scale  [5] alpha - 1      [6] eta         [7] 1
 * thetaX [d]   thetaY [d]   gamma [d]   reference of the moments at the step's end [d]
 * log weight [C]
 * component table [C][d][5]: shift, quadratic, linear, gain, base
 * gains of the population's mean in thetaX, gamma and, carried, thetaY (see Feed)
 * </pre>
 *
 * x is measured from the centre c_k before the step, x' from c_{k+1}, the start z from c_0, and endpoints y, yhat from the target's mean
 * m. What the centres add is in the vectors, computed in double precision:
 *
 * <pre>
 * thetaX = thetaX_t + b m - a c_k             thetaY = thetaY_t - thetaY_0 + b c_k - b_0 c_0 - K m
 * gamma  = c_k + dt thetaX - c_{k+1}          or, by an exact transition, alpha c_k + gamma_t + eta m - c_{k+1}
 * </pre>
 *
 * A step of agent (x, z) reads, per coordinate and in the eigenbasis of each component,
 *
 * <pre>
 * h = b x - b_0 z + thetaY                    q = h - shift
 * log weight += (quadratic q + linear) q      posterior mean = base + gain q
 * w = b (yhat - x) - (a - b) x                u = w + thetaX
 * x' = x + (gamma + dt w + noise xi)     or   x' = x + (gamma + (alpha - 1) x + eta y + noise xi)
 * </pre>
 *
 * The increment is summed before it meets x. Source: {@code mathematics.md}, sections 2, 3, 5 and 10.
 */
public record RowLayout(int dimension, int components) implements Row {

    public static final int B = 0;
    public static final int MINUS_EXCESS = 1;
    public static final int MINUS_B0 = 2;
    public static final int ALPHA_MINUS_ONE = 5;
    public static final int ETA = 6;

    public static final int SHIFT = 0;
    public static final int QUADRATIC = 1;
    public static final int LINEAR = 2;
    public static final int GAIN = 3;
    public static final int BASE = 4;
    public static final int TABLE_WIDTH = 5;

    public static final int GAINS = 3;

    public int thetaX() {
        return SCALARS;
    }

    public int thetaY() {
        return SCALARS + dimension;
    }

    public int gamma() {
        return SCALARS + 2 * dimension;
    }

    @Override
    public int reference() {
        return SCALARS + 3 * dimension;
    }

    public int logWeights() {
        return SCALARS + 4 * dimension;
    }

    /** Start of the table of component k. */
    public int table(int k) {
        return logWeights() + components + k * dimension * TABLE_WIDTH;
    }

    /** Gain of the mean in thetaX, the same for every coordinate. */
    public int thetaXGain() {
        return table(components);
    }

    public int gammaGain() {
        return thetaXGain() + 1;
    }

    public int thetaYGain() {
        return thetaXGain() + 2;
    }

    @Override
    public int fedFrom() {
        return thetaX();
    }

    @Override
    public int fedCount() {
        return 4 * dimension;
    }

    @Override
    public int size() {
        return thetaXGain() + GAINS;
    }
}
