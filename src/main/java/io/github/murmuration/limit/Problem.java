package io.github.murmuration.limit;

import io.github.murmuration.density.GaussianMixture;
import java.util.Arrays;

/**
 * What a limit law is asked for.
 *
 * @param marks law of theta; one point where agents have none
 * @param start law of X at time 0, on the line, independent of theta
 * @param horizon end of the time that steps are a fraction of
 * @param times at which to record, increasing, in [0, horizon]
 */
record Problem(
        Equation equation, GaussianMixture start, Atoms marks, Boundary boundary, double horizon, double[] times) {

    Problem {
        if (start.dimension() != 1 || times.length == 0 || !(horizon > 0) || !increasing(times, horizon)) {
            throw new IllegalArgumentException("a start on the line and increasing times in [0, " + horizon + "]");
        }
    }

    /** The start of the interval that ends at recorded time i. */
    double before(int i) {
        return i == 0 ? 0 : times[i - 1];
    }

    double length(int i) {
        return times[i] - before(i);
    }

    private static boolean increasing(double[] times, double horizon) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, times) && times[0] >= 0 && times[times.length - 1] <= horizon;
    }
}
