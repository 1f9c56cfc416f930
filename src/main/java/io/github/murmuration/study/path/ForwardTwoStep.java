package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;

/**
 * Forward paths from a pattern x_0 at tau = 0 to the reference N(0, s^2) at tau = B: in every step first an end x_B given where the
 * path is, of precision P = 1/s^2 + tau/(B (B - tau)) and mean (x - (1 - tau/B) x_0)/((B - tau) P), then a step of the Brownian
 * bridge to it. Law: exact for any dtau, that of {@link ForwardOneStep}.
 *
 * @param between the patterns and the reference
 */
record ForwardTwoStep(Interpolation between) implements PathConstruction {

    @Override
    public String name() {
        return "forward-two-step";
    }

    @Override
    public double[][] states(BackwardPaths paths) {
        double[] pattern = between.draw(paths);
        double[] x = pattern.clone();
        double[] xi = new double[x.length];
        double[] end = new double[x.length];
        KeptStates kept = new KeptStates(paths);
        PathNoise noise = PathNoise.of(paths);
        BackwardClock clock = paths.clock();
        kept.keep(clock.steps(), x);
        for (int k = 0; k < clock.steps(); k++) {
            noise.moreNormals(k, xi);
            ends(clock, k, pattern, x, xi, end);
            noise.normals(k, xi);
            for (int i = 0; i < x.length; i++) {
                x[i] += clock.share(k) * (end[i] - x[i]) + clock.spread(k) * xi[i];
            }
            kept.keep(clock.steps() - k - 1, x);
        }
        return kept.states();
    }

    /** clock.tau(k) is the time B - tau that is left. */
    private void ends(BackwardClock clock, int k, double[] pattern, double[] x, double[] xi, double[] end) {
        double left = clock.tau(k);
        double past = 1 - left / clock.horizon();
        double precision = 1 / between.variance() + past / left;
        for (int i = 0; i < x.length; i++) {
            double mean = (x[i] - (1 - past) * pattern[i]) / (left * precision);
            end[i] = mean + xi[i] / Math.sqrt(precision);
        }
    }
}
