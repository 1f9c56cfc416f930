package io.github.murmuration.backend.vector;

import io.github.murmuration.arithmetic.Coefficients;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Coefficients of {@link Coefficients} that many passes use, each in every lane. */
final class VectorCoefficients {

    static final FloatVector LOG_0 = vector(Coefficients.LOG_0);
    static final FloatVector LOG_1 = vector(Coefficients.LOG_1);
    static final FloatVector LOG_2 = vector(Coefficients.LOG_2);
    static final FloatVector LOG_3 = vector(Coefficients.LOG_3);
    static final FloatVector LOG_4 = vector(Coefficients.LOG_4);
    static final FloatVector LOG_5 = vector(Coefficients.LOG_5);
    static final FloatVector LOG_6 = vector(Coefficients.LOG_6);
    static final FloatVector LOG_7 = vector(Coefficients.LOG_7);
    static final FloatVector LOG_8 = vector(Coefficients.LOG_8);

    static final FloatVector SIN_0 = vector(Coefficients.SIN_0);
    static final FloatVector SIN_1 = vector(Coefficients.SIN_1);
    static final FloatVector SIN_2 = vector(Coefficients.SIN_2);
    static final FloatVector SIN_3 = vector(Coefficients.SIN_3);

    static final FloatVector COS_0 = vector(Coefficients.COS_0);
    static final FloatVector COS_1 = vector(Coefficients.COS_1);
    static final FloatVector COS_2 = vector(Coefficients.COS_2);
    static final FloatVector COS_3 = vector(Coefficients.COS_3);

    static final FloatVector MINUS_TWO_LN2 = vector(Coefficients.MINUS_TWO_LN2);
    static final FloatVector ROUND_TO_INT = vector(Coefficients.ROUND_TO_INT);

    static final IntVector SQRT_HALF_BITS = IntVector.broadcast(Lanes.INT, Coefficients.SQRT_HALF_BITS);

    private VectorCoefficients() {}

    private static FloatVector vector(float value) {
        return FloatVector.broadcast(Lanes.FLOAT, value);
    }
}
