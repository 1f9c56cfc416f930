package io.github.murmuration.study.path;

/**
 * Backward paths for p = infinity and the target N(0, s^2 I): y = h/A with A = a + 1/s^2, and the variance of the posterior, which
 * the mean leaves out, added to that of the noise,
 *
 * <pre>
 * dtau (tau - dtau)/tau + (dtau/tau)^2 / A
 * </pre>
 *
 * Law: exact for any dtau; paths end at N(0, s^2 I).
 */
public final class InfiniteGaussian extends BackwardConstruction {

    private final double variance;

    /** @param standardDeviation s > 0 */
    public InfiniteGaussian(BackwardClock clock, double[] start, double standardDeviation) {
        super(clock, start);
        this.variance = standardDeviation * standardDeviation;
    }

    @Override
    public String name() {
        return "infinite p, with posterior variance";
    }

    @Override
    void targets(int k, double[] x, PathNoise noise, double[] y) {
        tilt(k, x, y);
        for (int i = 0; i < y.length; i++) {
            y[i] /= precision(k);
        }
    }

    @Override
    double spread(int k) {
        double share = clock().share(k);
        double bridge = clock().spread(k);
        return Math.sqrt(bridge * bridge + share * share / precision(k));
    }

    private double precision(int k) {
        return clock().precision(k) + 1 / variance;
    }
}
