package io.github.murmuration.backend.vector;

import io.github.murmuration.arithmetic.Coefficients;
import io.github.murmuration.arithmetic.ReproducibleMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link ReproducibleMath}, the square root, absolute values and signs, on arrays: out[outAt + i] = f(in[inAt + i]) for i below length, a
 * number of whole vectors. Input and output may be the same place. A vector with a rare number (an angle of 2^16 or more; a logarithm of a
 * number that is not positive, not normal or not finite) is done by the scalar functions.
 */
final class VectorMath {

    private static final int V = Lanes.COUNT;

    /** A scalar function, for rare numbers. */
    private interface Scalar {
        float of(float x);
    }

    private VectorMath() {}

    static void exp(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            VectorFormulas.exp(load(in, inAt + i)).intoArray(out, outAt + i);
        }
    }

    static void log(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            FloatVector x = load(in, inAt + i);
            if (rareLogarithm(x)) {
                oneByOne(ReproducibleMath::log, in, inAt + i, out, outAt + i);
            } else {
                VectorFormulas.log(x).intoArray(out, outAt + i);
            }
        }
    }

    static void sin(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            FloatVector x = load(in, inAt + i);
            if (largeAngle(x)) {
                oneByOne(ReproducibleMath::sin, in, inAt + i, out, outAt + i);
            } else {
                VectorFormulas.sinAfter(x, 0).intoArray(out, outAt + i);
            }
        }
    }

    static void cos(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            FloatVector x = load(in, inAt + i);
            if (largeAngle(x)) {
                oneByOne(ReproducibleMath::cos, in, inAt + i, out, outAt + i);
            } else {
                VectorFormulas.sinAfter(x, 1).intoArray(out, outAt + i);
            }
        }
    }

    static void tanh(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            VectorFormulas.tanh(load(in, inAt + i)).intoArray(out, outAt + i);
        }
    }

    static void atan2(float[] y, int yAt, float[] x, int xAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            VectorFormulas.atan2(load(y, yAt + i), load(x, xAt + i)).intoArray(out, outAt + i);
        }
    }

    static void sqrt(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            load(in, inAt + i).sqrt().intoArray(out, outAt + i);
        }
    }

    static void floor(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            VectorFormulas.floor(load(in, inAt + i)).intoArray(out, outAt + i);
        }
    }

    static void sign(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            VectorFormulas.sign(load(in, inAt + i)).intoArray(out, outAt + i);
        }
    }

    static void abs(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            load(in, inAt + i).abs().intoArray(out, outAt + i);
        }
    }

    static void negate(float[] in, int inAt, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i += V) {
            load(in, inAt + i).neg().intoArray(out, outAt + i);
        }
    }

    private static FloatVector load(float[] in, int at) {
        return FloatVector.fromArray(Lanes.FLOAT, in, at);
    }

    private static boolean rareLogarithm(FloatVector x) {
        VectorMask<Float> normal = x.compare(VectorOperators.GE, Float.MIN_NORMAL);
        return !normal.and(x.compare(VectorOperators.LE, Float.MAX_VALUE)).allTrue();
    }

    private static boolean largeAngle(FloatVector x) {
        return x.abs().compare(VectorOperators.GE, Coefficients.LARGE_ANGLE).anyTrue();
    }

    /** One vector of numbers. */
    private static void oneByOne(Scalar function, float[] in, int inAt, float[] out, int outAt) {
        for (int lane = 0; lane < V; lane++) {
            out[outAt + lane] = function.of(in[inAt + lane]);
        }
    }
}
