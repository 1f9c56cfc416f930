package io.github.murmuration.study.linearity;

import io.github.murmuration.study.LineFit;
import io.github.murmuration.study.SimultaneousBand;
import java.util.List;

/**
 * Departures extrapolated to a parameter of zero (1/N, or dt) by weighted straight lines, point by point.
 *
 * @param value [points]
 * @param error standard error [points]
 */
record Limit(double[] value, double[] error) {

    /** @param parameter one value each, not all the same */
    static Limit of(double[] parameter, List<SimultaneousBand> estimates) {
        int points = estimates.get(0).mean().length;
        double[] value = new double[points];
        double[] error = new double[points];
        for (int i = 0; i < points; i++) {
            int point = i;
            double[] y = estimates.stream().mapToDouble(e -> e.mean()[point]).toArray();
            double[] errors =
                    estimates.stream().mapToDouble(e -> e.error()[point]).toArray();
            LineFit fit = LineFit.of(parameter, y, errors);
            value[i] = fit.intercept();
            error[i] = fit.interceptError();
        }
        return new Limit(value, error);
    }

    /** The largest |value - expected| in standard errors. */
    double largest(double[] expected) {
        return new SimultaneousBand(value, error, Double.NaN).largest(expected);
    }
}
