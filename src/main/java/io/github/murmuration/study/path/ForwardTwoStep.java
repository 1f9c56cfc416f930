package io.github.murmuration.study.path;

import java.util.Arrays;

/**
 * Forward paths from a pattern x_0 at tau = 0 to the reference N(0, s^2) at tau = B: in every step first an end x_B given where the
 * path is, of precision P = 1/s^2 + tau/(B (B - tau)) and mean (x - (1 - tau/B) x_0)/((B - tau) P), then a step of the Brownian
 * bridge to it. Law: exact for any dtau, that of {@link ForwardOneStep}.
 */
public final class ForwardTwoStep implements PathConstruction {

    private final BackwardClock clock;
    private final double[] pattern;
    private final double variance;

    /**
     * @param pattern x_0 [d].
     * @param standardDeviation s of the reference
     */
    public ForwardTwoStep(BackwardClock clock, double[] pattern, double standardDeviation) {
        this.clock = clock;
        this.pattern = pattern;
        this.variance = standardDeviation * standardDeviation;
    }

    @Override
    public String name() {
        return "forward, two steps";
    }

    @Override
    public void build(PathNoise noise, Visitor visitor) {
        double[] x = new double[noise.paths() * pattern.length];
        double[] xi = new double[x.length];
        double[] end = new double[x.length];
        Arrays.setAll(x, i -> pattern[i % pattern.length]);
        visitor.at(0, x);
        for (int k = 0; k < clock.steps(); k++) {
            noise.moreNormals(k, xi);
            ends(k, x, xi, end);
            noise.normals(k, xi);
            double share = clock.share(k);
            double spread = clock.spread(k);
            for (int i = 0; i < x.length; i++) {
                x[i] += share * (end[i] - x[i]) + spread * xi[i];
            }
            visitor.at(k + 1, x);
        }
    }

    /** clock.tau(k) is the time B - tau that is left. */
    private void ends(int k, double[] x, double[] xi, double[] end) {
        double left = clock.tau(k);
        double past = 1 - left / clock.horizon();
        double precision = 1 / variance + past / left;
        for (int i = 0; i < x.length; i++) {
            double mean = (x[i] - (1 - past) * pattern[i % pattern.length]) / (left * precision);
            end[i] = mean + xi[i] / Math.sqrt(precision);
        }
    }
}
