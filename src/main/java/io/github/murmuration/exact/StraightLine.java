package io.github.murmuration.exact;

/** The straight line from one mean to another. */
final class StraightLine {

    private StraightLine() {}

    /** The largest Euclidean distance of a mean [T][d] from the line. */
    static double deviation(double[] times, double[][] mean, double[] from, double[] to) {
        double largest = 0;
        for (int k = 0; k < times.length; k++) {
            double square = 0;
            for (int j = 0; j < to.length; j++) {
                double line = (1 - times[k]) * from[j] + times[k] * to[j];
                square += (mean[k][j] - line) * (mean[k][j] - line);
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        return largest;
    }
}
