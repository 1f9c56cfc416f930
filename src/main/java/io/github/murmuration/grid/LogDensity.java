package io.github.murmuration.grid;

import java.util.Arrays;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;

/** log rho_t of a solution with its derivatives: a cubic spline through walls, parabolas beyond; between the times of the grid walls go by cubics. */
public final class LogDensity {
    private final double[] places;

    /** By the distance from the lower wall [n]. */
    private final PolynomialFunction[] pieces;

    /** @param t in [0, T] */
    public LogDensity(Solution solution, double t) {
        Nearby times = Nearby.of(solution.steps() * t / solution.game().horizon(), solution.steps() + 1);
        places = new double[solution.cells() + 1];
        Arrays.setAll(places, i -> times.of(k -> solution.wall(k, i)));
        CellLaw law = solution.law(places);
        double[] logs = Arrays.stream(places).map(law::logDensity).toArray();
        pieces = new SplineInterpolator().interpolate(places, logs).getPolynomials();
    }

    public double value(double x) {
        return piece(x).value(x - from(x));
    }

    public double score(double x) {
        return piece(x).polynomialDerivative().value(x - from(x));
    }

    /** The second derivative. */
    public double curvature(double x) {
        return piece(x).polynomialDerivative().polynomialDerivative().value(x - from(x));
    }

    private int index(double x) {
        int found = Arrays.binarySearch(places, x);
        return Math.max(0, Math.min(pieces.length - 1, found < 0 ? -found - 2 : found));
    }

    private double from(double x) {
        return places[index(x)];
    }

    private PolynomialFunction piece(double x) {
        return pieces[index(x)];
    }
}
