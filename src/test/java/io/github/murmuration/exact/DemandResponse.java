package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GuidancePath;

/** The demand-response case: 8 equal intervals, beta_i = 12 * 0.65^i, two components at the start and at the target. */
final class DemandResponse {

    private DemandResponse() {}

    static Protocol protocol(GuidanceShape shape) {
        double[] breaks = new double[9];
        double[] beta = new double[8];
        for (int i = 0; i < 8; i++) {
            breaks[i + 1] = (i + 1) / 8.0;
            beta[i] = 12 * Math.pow(0.65, i);
        }
        return new Protocol(breaks, beta, shape);
    }

    static BackwardCoefficients backward(Guidance guidance, GaussianMixture initial, GaussianMixture target) {
        Protocol protocol = protocol(GuidanceShape.PIECEWISE_CONSTANT);
        return new BackwardCoefficients(protocol, GuidancePath.of(guidance, protocol, initial.mean(), target.mean()));
    }

    /** Means 0.1 + 0.15 z and 1.5 - 0.15 z, z_j = sin(2 pi j / d), standard deviations 0.2 and 0.3. */
    static GaussianMixture target(int d) {
        return mixture(d, 0, 0, 0.2, 0.3);
    }

    /** Target means + 1.5 and + 4, standard deviations 0.5 and 0.7. */
    static GaussianMixture initial(int d) {
        return mixture(d, 1.5, 4, 0.5, 0.7);
    }

    private static GaussianMixture mixture(int d, double first, double second, double narrow, double wide) {
        double[][] means = new double[2][d];
        double[][] variances = new double[2][d];
        for (int j = 0; j < d; j++) {
            double z = Math.sin(2 * Math.PI * j / d);
            means[0][j] = 0.1 + 0.15 * z + first;
            means[1][j] = 1.5 - 0.15 * z + second;
            variances[0][j] = narrow * narrow;
            variances[1][j] = wide * wide;
        }
        return new GaussianMixture(new double[] {0.6, 0.4}, means, variances, null);
    }
}
