package io.github.murmuration.limit;

import java.util.Arrays;

/**
 * A law at one resolution.
 *
 * @param rows means at every recorded time, as in {@link Moments} [T][F + 1 + OTHERS]
 * @param grid on which the law has a density; null for atoms
 * @param densities at every recorded time [T][points]
 */
record Run(double[][] rows, Grid grid, double[][] densities) {

    /** @throws ArithmeticException a mean without a value */
    Run {
        if (!Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new ArithmeticException("means over infinitely many agents have no value");
        }
    }
}
