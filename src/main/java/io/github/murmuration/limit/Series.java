package io.github.murmuration.limit;

import java.util.Arrays;

/**
 * A number at every recorded time.
 *
 * @param values [T]
 * @param errors how much the last refinement changed them [T]
 */
public record Series(double[] values, double[] errors) {

    /** Errors with the distance from another series added. */
    Series against(Series other) {
        double[] sum = new double[errors.length];
        Arrays.setAll(sum, r -> errors[r] + Math.abs(values[r] - other.values[r]));
        return new Series(values, sum);
    }

    /** Whether no error exceeds the tolerance, relative to the largest value where that is above 1. */
    boolean settled(double tolerance) {
        double scale = Arrays.stream(values).map(Math::abs).reduce(1, Math::max);
        return Arrays.stream(errors).allMatch(error -> error <= tolerance * scale);
    }
}
