package io.github.murmuration.study;

import java.util.List;

/**
 * value = factor size^exponent by least squares on logarithms, weighted by bootstrap errors; the interval is that of the fit repeated
 * on resampled replicas.
 *
 * @param low of the exponent's interval of 95 %
 * @param high of the exponent's interval of 95 %
 */
public record PowerLaw(double factor, double exponent, double low, double high) {

    /** @param values positive, of each size */
    public static PowerLaw of(double[] sizes, List<Bootstrap> values) {
        double[] x = new double[sizes.length];
        double[] error = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            x[i] = Math.log(sizes[i]);
            error[i] = values.get(i).error() / values.get(i).value();
        }
        LineFit fit = LineFit.of(x, logs(values, -1), error);
        double[] exponents = new double[Bootstrap.RESAMPLES];
        for (int b = 0; b < exponents.length; b++) {
            exponents[b] = LineFit.of(x, logs(values, b), error).slope();
        }
        double[] interval = new Bootstrap(fit.slope(), exponents).interval();
        return new PowerLaw(Math.exp(fit.intercept()), fit.slope(), interval[0], interval[1]);
    }

    public double at(double size) {
        return factor * Math.pow(size, exponent);
    }

    /** @param b number of the resampling, -1 for the values themselves */
    private static double[] logs(List<Bootstrap> values, int b) {
        return values.stream()
                .mapToDouble(value -> Math.log(b < 0 ? value.value() : value.resampled()[b]))
                .toArray();
    }
}
