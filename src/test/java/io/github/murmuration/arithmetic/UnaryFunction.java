package io.github.murmuration.arithmetic;

import java.util.function.DoubleUnaryOperator;

/** The functions of one number: in float32, in float64, and the largest error over every float, in ulp, rounded up. */
public enum UnaryFunction {
    EXP(ReproducibleMath::exp, Math::exp, 1.04),
    LOG(ReproducibleMath::log, Math::log, 1.14),
    SIN(ReproducibleMath::sin, Math::sin, 2.0),
    COS(ReproducibleMath::cos, Math::cos, 2.0),
    TANH(ReproducibleMath::tanh, Math::tanh, 2.0),
    SQRT(x -> (float) Math.sqrt(x), Math::sqrt, 0.51),
    FLOOR(x -> (float) Math.floor(x), Math::floor, 0),
    SIGN(Math::signum, Math::signum, 0),
    ABS(Math::abs, Math::abs, 0),
    NEGATE(x -> -x, x -> -x, 0);

    private interface FloatFunction {
        float of(float x);
    }

    final double bound;
    private final FloatFunction function;
    private final DoubleUnaryOperator exact;

    UnaryFunction(FloatFunction function, DoubleUnaryOperator exact, double bound) {
        this.function = function;
        this.exact = exact;
        this.bound = bound;
    }

    public float of(float x) {
        return function.of(x);
    }

    /** Error at x, in ulp. */
    double error(float x) {
        return Ulp.between(of(x), exact.applyAsDouble(x));
    }
}
