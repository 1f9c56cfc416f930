package io.github.murmuration.backend.vector;

import static io.github.murmuration.backend.vector.VectorCoefficients.*;

import io.github.murmuration.arithmetic.Coefficients;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link io.github.murmuration.arithmetic.ReproducibleMath}, operation by operation, on arrays of whole vectors. */
final class VectorMath {

    private static final int V = Lanes.COUNT;
    private static final int SIGN = Integer.SIZE - 1;
    private static final FloatVector BELOW_RANGE =
            FloatVector.broadcast(Lanes.FLOAT, Math.nextDown(Coefficients.EXP_UNDERFLOW));
    private static final IntVector ONE = IntVector.broadcast(Lanes.INT, 1);

    private VectorMath() {}

    /** x = exp(scale (x - shift)), the exponent not positive. @param x modified from position at on. @param count of them */
    static void exp(float[] x, int at, int count, float shift, float scale) {
        FloatVector from = FloatVector.broadcast(Lanes.FLOAT, shift);
        FloatVector factor = FloatVector.broadcast(Lanes.FLOAT, scale);
        for (int i = at; i < at + count; i += V) {
            FloatVector e = FloatVector.fromArray(Lanes.FLOAT, x, i).sub(from).mul(factor);
            FloatVector shifted = e.fma(INVERSE_LN2, ROUND_TO_INT);
            FloatVector n = shifted.sub(ROUND_TO_INT);
            FloatVector f = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, e));
            FloatVector p = EXP_5.fma(f, EXP_4)
                    .fma(f, EXP_3)
                    .fma(f, EXP_2)
                    .fma(f, EXP_1)
                    .fma(f, EXP_0);
            IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            IntVector inRange = BELOW_RANGE.sub(e).reinterpretAsInts().lanewise(VectorOperators.ASHR, SIGN);
            p.reinterpretAsInts().add(power).and(inRange).reinterpretAsFloats().intoArray(x, i);
        }
    }

    /** cos(theta) and sin(theta), count of each. @param x holds theta from position at on; modified from cosines and from sines on */
    static void cosinesAndSines(float[] x, int at, int count, int cosines, int sines) {
        for (int i = 0; i < count; i += V) {
            FloatVector theta = FloatVector.fromArray(Lanes.FLOAT, x, at + i);
            FloatVector shifted = theta.fma(TWO_OVER_PI, ROUND_TO_INT);
            IntVector quadrant = shifted.reinterpretAsInts();
            FloatVector turns = theta.fma(TWO_OVER_PI, shifted.sub(ROUND_TO_INT).neg());
            FloatVector y = turns.mul(turns);
            IntVector sine =
                    SIN_3.fma(y, SIN_2).fma(y, SIN_1).fma(y, SIN_0).mul(turns).reinterpretAsInts();
            IntVector cosine = COS_3.fma(y, COS_2).fma(y, COS_1).fma(y, COS_0).reinterpretAsInts();
            IntVector swap = sine.lanewise(VectorOperators.XOR, cosine)
                    .and(quadrant.and(ONE).neg());
            IntVector minusSine = quadrant.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, SIGN);
            IntVector minusCosine =
                    quadrant.add(ONE).lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, SIGN);
            cosine.lanewise(VectorOperators.XOR, swap)
                    .lanewise(VectorOperators.XOR, minusCosine)
                    .reinterpretAsFloats()
                    .intoArray(x, cosines + i);
            sine.lanewise(VectorOperators.XOR, swap)
                    .lanewise(VectorOperators.XOR, minusSine)
                    .reinterpretAsFloats()
                    .intoArray(x, sines + i);
        }
    }
}
