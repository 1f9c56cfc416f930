package io.github.murmuration.study.path;

/** Width of a Gaussian kernel density estimate by likelihood cross-validation: the sum of log densities at each point without it is largest. */
final class KernelWidth {

    private static final int WIDTHS = 40;

    private KernelWidth() {}

    /**
     * The best of 40 widths, the same in every direction, from 0.02 to 2 standard deviations.
     *
     * @param sample [n][d] flattened
     */
    static double crossValidated(double[] sample, int dimension) {
        double[][] squares = squares(sample, dimension);
        double deviation = deviation(sample, dimension);
        double best = deviation;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < WIDTHS; i++) {
            double width = deviation * 0.02 * Math.pow(100, i / (WIDTHS - 1.0));
            double likelihood = leaveOneOut(squares, dimension, width);
            if (likelihood > largest) {
                largest = likelihood;
                best = width;
            }
        }
        return best;
    }

    private static double leaveOneOut(double[][] squares, int dimension, double width) {
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            double density = 0;
            for (int j = 0; j < squares.length; j++) {
                density += i == j ? 0 : Math.exp(-0.5 * squares[i][j] / (width * width));
            }
            sum += Math.log(density) - dimension * Math.log(width);
        }
        return sum;
    }

    /** Squared distances [n][n]. */
    private static double[][] squares(double[] sample, int dimension) {
        int n = sample.length / dimension;
        double[][] squares = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int c = 0; c < dimension; c++) {
                    double departure = sample[i * dimension + c] - sample[j * dimension + c];
                    squares[i][j] += departure * departure;
                }
            }
        }
        return squares;
    }

    /** Root mean square over coordinates. */
    private static double deviation(double[] sample, int dimension) {
        int n = sample.length / dimension;
        double square = 0;
        for (int c = 0; c < dimension; c++) {
            double mean = 0;
            for (int i = c; i < sample.length; i += dimension) {
                mean += sample[i] / n;
            }
            for (int i = c; i < sample.length; i += dimension) {
                square += (sample[i] - mean) * (sample[i] - mean) / (n - 1);
            }
        }
        return Math.sqrt(square / dimension);
    }
}
