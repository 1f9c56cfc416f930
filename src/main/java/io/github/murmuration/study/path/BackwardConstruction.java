package io.github.murmuration.study.path;

import java.util.Arrays;

/**
 * Backward paths from one start x_B: step k goes from tau to tau - dtau by
 *
 * <pre>
 * {@code x <- (1 - dtau/tau) x + (dtau/tau) y + sqrt(dtau (tau - dtau)/tau) xi}
 * </pre>
 *
 * a Brownian bridge to the target point y of the step, which is what constructions differ in. path-convergence.md.
 */
abstract class BackwardConstruction implements PathConstruction {

    private final BackwardClock clock;
    private final double[] start;

    /** @param start x_B [d] */
    BackwardConstruction(BackwardClock clock, double[] start) {
        this.clock = clock;
        this.start = start;
    }

    final BackwardClock clock() {
        return clock;
    }

    /**
     * Target points of step k.
     * @param x states [n][d].
     * @param y overwritten [n][d]
     */
    abstract void targets(int k, double[] x, PathNoise noise, double[] y);

    /** Standard deviation of the noise of step k. */
    double spread(int k) {
        return clock.spread(k);
    }

    @Override
    public final void build(PathNoise noise, Visitor visitor) {
        double[] x = new double[noise.paths() * start.length];
        double[] y = new double[x.length];
        double[] xi = new double[x.length];
        Arrays.setAll(x, i -> start[i % start.length]);
        visitor.at(0, x);
        for (int k = 0; k < clock.steps(); k++) {
            targets(k, x, noise, y);
            noise.normals(k, xi);
            double share = clock.share(k);
            double spread = spread(k);
            for (int i = 0; i < x.length; i++) {
                x[i] = (1 - share) * x[i] + share * y[i] + spread * xi[i];
            }
            visitor.at(k + 1, x);
        }
    }

    /** h = x/tau - x_B/B [n][d]. */
    final void tilt(int k, double[] x, double[] h) {
        for (int i = 0; i < x.length; i++) {
            h[i] = x[i] / clock.tau(k) - start[i % start.length] / clock.horizon();
        }
    }
}
