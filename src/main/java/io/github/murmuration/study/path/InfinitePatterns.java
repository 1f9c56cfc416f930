package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;

/**
 * Backward paths towards the posterior mean of the law itself, y = E[Y | h]: the small-step construction for p = infinity. For
 * N(0, s^2) with s = 5, B = 10 and dtau = 0.1 it ends at variance 23.9887 instead of 25.
 */
public final class InfinitePatterns extends BackwardConstruction {

    private final Posterior[] posteriors;
    private final double[] h;
    private final double[] mean;
    private double[] tilts = new double[0];

    public InfinitePatterns(BackwardClock clock, double[] start, GaussianMixture target) {
        super(clock, start);
        this.posteriors = new Posterior[clock.steps()];
        for (int k = 0; k < posteriors.length; k++) {
            posteriors[k] = new Posterior(target, clock.precision(k));
        }
        this.h = new double[start.length];
        this.mean = new double[start.length];
    }

    @Override
    public String name() {
        return "infinite p";
    }

    @Override
    void targets(int k, double[] x, PathNoise noise, double[] y) {
        tilts = tilts.length == x.length ? tilts : new double[x.length];
        tilt(k, x, tilts);
        for (int i = 0; i < x.length; i += h.length) {
            System.arraycopy(tilts, i, h, 0, h.length);
            posteriors[k].mean(h, mean);
            System.arraycopy(mean, 0, y, i, h.length);
        }
    }
}
