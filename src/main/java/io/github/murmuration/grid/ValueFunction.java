package io.github.murmuration.grid;

import java.util.Arrays;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;

/**
 * U(., t) in units of the time t: dU/dx = -v/g, a cubic spline through walls, and E U(X_t, t) is what is left to pay, the variations of costs of the
 * law in their place; 0 at an end that is given. Between the times of the grid all are interpolated by cubics.
 */
public final class ValueFunction {
    private final double[] places;

    /** dU/dx from each wall to the next, by the distance from the lower one [n]. */
    private final PolynomialFunction[] slopes;

    /** U at walls [n + 1]. */
    private final double[] values;

    /** @param t in [0, T] */
    public ValueFunction(Solution solution, double t) {
        double at = solution.steps() * t / solution.game().horizon();
        Nearby ends = Nearby.of(at, solution.steps() + 1);
        Nearby middles = Nearby.of(at - 0.5, solution.steps());
        places = new double[solution.cells() + 1];
        Arrays.setAll(places, i -> ends.of(k -> solution.wall(k, i)));
        double[] known = new double[places.length];
        Arrays.setAll(
                known,
                i -> -middles.of(k -> solution.control(k, i))
                        * solution.game().motion().resistance().value(t, places[i]));
        slopes = new SplineInterpolator().interpolate(places, known).getPolynomials();
        values = new double[places.length];
        double mean = 0;
        for (int i = 0; i < places.length; i++) {
            values[i] = i == 0 ? 0 : values[i - 1] + integral(slopes[i - 1], places[i] - places[i - 1]);
            mean += solution.weight(i) * values[i];
        }
        double shift = ends.of(solution::leftFrom) / solution.game().discounted(t) - mean;
        Arrays.setAll(values, i -> values[i] + shift);
    }

    /** From 0 to y. */
    private static double integral(PolynomialFunction slope, double y) {
        double[] coefficients = slope.getCoefficients();
        double sum = 0;
        for (int j = coefficients.length - 1; j >= 0; j--) {
            sum = (sum + coefficients[j] / (j + 1)) * y;
        }
        return sum;
    }

    /** U; beyond the walls straight. */
    public double at(double x) {
        int found = Arrays.binarySearch(places, x);
        int low = Math.max(0, Math.min(slopes.length - 1, found < 0 ? -found - 2 : found));
        double y = Math.max(0, Math.min(places[low + 1] - places[low], x - places[low]));
        return values[low] + integral(slopes[low], y) + (x - places[low] - y) * slopes[low].value(y);
    }
}
