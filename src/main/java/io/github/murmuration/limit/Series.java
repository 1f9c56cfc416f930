package io.github.murmuration.limit;

import java.util.Arrays;

/**
 * A number at every recorded time.
 *
 * @param values [T]
 * @param errors how much the last refinement changed them [T]
 */
public record Series(double[] values, double[] errors) {

    /** Whether no error exceeds the tolerance, relative to the largest value where that is above 1. */
    boolean settled(double tolerance) {
        double scale = Arrays.stream(values).map(Math::abs).reduce(1, Math::max);
        return Arrays.stream(errors).allMatch(error -> error <= tolerance * scale);
    }
}
