package io.github.murmuration.arithmetic;

/** The functions of two numbers. */
public enum BinaryFunction {
    ATAN2(ReproducibleMath::atan2),
    MIN(ReproducibleMath::min),
    MAX(ReproducibleMath::max);

    private interface FloatFunction {
        float of(float a, float b);
    }

    private final FloatFunction function;

    BinaryFunction(FloatFunction function) {
        this.function = function;
    }

    public float of(float a, float b) {
        return function.of(a, b);
    }
}
