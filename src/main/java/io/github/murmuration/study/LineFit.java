package io.github.murmuration.study;

/**
 * y = intercept + slope x by weighted least squares.
 *
 * @param error standard error of the slope, from the errors of y
 * @param interceptError standard error of the intercept
 */
public record LineFit(double intercept, double slope, double error, double interceptError) {

    /** @param errors standard errors of y, positive */
    public static LineFit of(double[] x, double[] y, double[] errors) {
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = 1 / (errors[i] * errors[i]);
            total += weight;
            meanX += weight * (x[i] - meanX) / total;
            meanY += weight * (y[i] - meanY) / total;
        }
        double square = 0;
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = 1 / (errors[i] * errors[i]);
            square += weight * (x[i] - meanX) * (x[i] - meanX);
            product += weight * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = product / square;
        double interceptError = Math.sqrt(1 / total + meanX * meanX / square);
        return new LineFit(meanY - slope * meanX, slope, Math.sqrt(1 / square), interceptError);
    }
}
