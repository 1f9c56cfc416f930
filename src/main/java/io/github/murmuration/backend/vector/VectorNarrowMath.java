package io.github.murmuration.backend.vector;

import static io.github.murmuration.backend.vector.VectorCoefficients.*;

import io.github.murmuration.arithmetic.Coefficients;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link io.github.murmuration.arithmetic.NarrowMath}, operation by operation, on arrays of whole vectors. */
final class VectorNarrowMath {

    private static final int V = Lanes.COUNT;
    private static final int SIGN = Integer.SIZE - 1;
    private static final float BELOW_RANGE = Math.nextDown(Coefficients.DECAY_UNDERFLOW);
    private static final IntVector ONE = IntVector.broadcast(Lanes.INT, 1);

    private VectorNarrowMath() {}

    /**
     * x = exp(x), {@code x <= 0}, and 0 below -87.
     * @param x modified, whole vectors
     */
    static void decay(float[] x) {
        for (int i = 0; i < x.length; i += V) {
            decay(FloatVector.fromArray(Lanes.FLOAT, x, i)).intoArray(x, i);
        }
    }

    /** exp(x), {@code x <= 0}, and 0 below -87; for passes that are small. Broadcasts end up in registers before their loop, vectors made once in memory. */
    static FloatVector decay(FloatVector x) {
        FloatVector round = constant(Coefficients.ROUND_TO_INT);
        FloatVector shifted = x.fma(constant(Coefficients.INVERSE_LN2), round);
        FloatVector n = shifted.sub(round);
        FloatVector high = n.fma(constant(-Coefficients.LN2_HIGH), x);
        FloatVector f = n.fma(constant(-Coefficients.LN2_LOW), high);
        FloatVector p = constant(Coefficients.DECAY_5).fma(f, constant(Coefficients.DECAY_4));
        p = p.fma(f, constant(Coefficients.DECAY_3));
        p = p.fma(f, constant(Coefficients.DECAY_2));
        p = p.fma(f, constant(Coefficients.DECAY_1));
        p = p.fma(f, constant(Coefficients.DECAY_0));
        IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        FloatVector aboveUnderflow = constant(BELOW_RANGE).sub(x);
        IntVector inRange = aboveUnderflow.reinterpretAsInts().lanewise(VectorOperators.ASHR, SIGN);
        return p.reinterpretAsInts().add(power).and(inRange).reinterpretAsFloats();
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(Lanes.FLOAT, value);
    }
}
