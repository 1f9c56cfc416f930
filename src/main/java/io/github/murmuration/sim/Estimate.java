package io.github.murmuration.sim;

/** A sample mean and its standard error. */
public record Estimate(double value, double standardError) {

    /** Of a sample. Fewer than two values have no standard error. */
    public static Estimate of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return new Estimate(mean, Math.sqrt(square / (values.length - 1)) / Math.sqrt(values.length));
    }

    /**
     * Of a sample by its sums.
     * @param squares sum of squares. Fewer than two values have no standard error.
     */
    static Estimate of(double count, double sum, double squares) {
        double mean = sum / count;
        if (count < 2) {
            return new Estimate(mean, Double.NaN);
        }
        double variance = Math.max(0, squares / count - mean * mean) * count / (count - 1);
        return new Estimate(mean, Math.sqrt(variance / count));
    }
}
