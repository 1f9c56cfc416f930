package io.github.murmuration.study.path;

/**
 * A mean of independent values.
 * @param error standard error; 0 of one value
 */
record Average(double mean, double error) {

    static Average of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return new Average(mean, Math.sqrt(square / Math.max(1, values.length - 1)) / Math.sqrt(values.length));
    }
}
