package io.github.murmuration.study.chaos;

/** Quantiles of a law on equidistant points, each of which stands for the cell around it. */
final class Quantiles {

    private Quantiles() {}

    /** At the middles of n equal shares of probability, ascending. */
    static double[] of(PointLaw law, int n) {
        double[] points = law.points();
        double half = (points[1] - points[0]) / 2;
        double[] quantiles = new double[n];
        int cell = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            double level = (i + 0.5) / n;
            while (cell < points.length - 1 && below + law.weights()[cell] < level) {
                below += law.weights()[cell++];
            }
            double share = Math.min(1, (level - below) / law.weights()[cell]);
            quantiles[i] = points[cell] + (2 * share - 1) * half;
        }
        return quantiles;
    }
}
