package io.github.murmuration.study.path;

/** Width of a Gaussian kernel density estimate on the line by likelihood cross-validation: the sum of log densities at each point without it is largest. */
final class KernelWidth {

    private static final int WIDTHS = 40;

    private KernelWidth() {}

    /** The best of 40 widths from 0.02 to 2 standard deviations. */
    static double crossValidated(double[] sample) {
        double deviation = deviation(sample);
        double best = deviation;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < WIDTHS; i++) {
            double width = deviation * 0.02 * Math.pow(100, i / (WIDTHS - 1.0));
            double likelihood = leaveOneOut(sample, width);
            if (likelihood > largest) {
                largest = likelihood;
                best = width;
            }
        }
        return best;
    }

    private static double leaveOneOut(double[] sample, double width) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            double density = 0;
            for (int j = 0; j < sample.length; j++) {
                double z = (sample[i] - sample[j]) / width;
                density += i == j ? 0 : Math.exp(-0.5 * z * z);
            }
            sum += Math.log(density / width);
        }
        return sum;
    }

    private static double deviation(double[] sample) {
        double mean = 0;
        for (double y : sample) {
            mean += y / sample.length;
        }
        double square = 0;
        for (double y : sample) {
            square += (y - mean) * (y - mean) / (sample.length - 1);
        }
        return Math.sqrt(square);
    }
}
