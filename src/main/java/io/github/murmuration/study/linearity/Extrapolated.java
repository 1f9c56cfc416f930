package io.github.murmuration.study.linearity;

import io.github.murmuration.study.LineFit;
import io.github.murmuration.study.SimultaneousBand;
import java.util.List;

/**
 * Departures extrapolated to a parameter of zero, point by point: 1/N by weighted straight lines, dt by Richardson.
 *
 * @param value [points]
 * @param error standard error [points]
 */
record Extrapolated(double[] value, double[] error) {

    /** @param parameter one value each, not all the same */
    static Extrapolated of(double[] parameter, List<SimultaneousBand> estimates) {
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
        return new Extrapolated(value, error);
    }

    /**
     * By the polynomials through all of them, sum_i y_i prod_(k != i) x_k / (x_k - x_i): what is left is of the order of the product of
     * the parameters. Richardson (1911).
     */
    static Extrapolated richardson(double[] parameter, List<SimultaneousBand> estimates) {
        int points = estimates.get(0).mean().length;
        double[] value = new double[points];
        double[] error = new double[points];
        for (int i = 0; i < parameter.length; i++) {
            double weight = weight(parameter, i);
            for (int p = 0; p < points; p++) {
                value[p] += weight * estimates.get(i).mean()[p];
                error[p] = Math.hypot(error[p], weight * estimates.get(i).error()[p]);
            }
        }
        return new Extrapolated(value, error);
    }

    private static double weight(double[] parameter, int i) {
        double weight = 1;
        for (int k = 0; k < parameter.length; k++) {
            weight *= k == i ? 1 : parameter[k] / (parameter[k] - parameter[i]);
        }
        return weight;
    }

    /** The largest |value - expected| in standard errors. */
    double largest(double[] expected) {
        return new SimultaneousBand(value, error, Double.NaN).largest(expected);
    }
}
