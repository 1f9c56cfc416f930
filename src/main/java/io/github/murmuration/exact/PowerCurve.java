package io.github.murmuration.exact;

/**
 * Power at some times, and its integral.
 *
 * @param times increasing [T]
 * @param power E u_j^2 [T][d]
 * @param energy int power dt [d], ignoring that it diverges for a target without a density
 * @param standardError of the sum of energy
 */
record PowerCurve(double[] times, double[][] power, double[] energy, double standardError) {

    /** Sum of weights[i] power[i] [d]. */
    static double[] integrate(double[] weights, double[][] power) {
        double[] integral = new double[power[0].length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < integral.length; j++) {
                integral[j] += weights[i] * power[i][j];
            }
        }
        return integral;
    }
}
