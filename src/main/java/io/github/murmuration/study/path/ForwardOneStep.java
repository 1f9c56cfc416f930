package io.github.murmuration.study.path;

import java.util.Arrays;

/**
 * Forward paths from a pattern x_0 at tau = 0 to the reference N(0, s^2) at tau = B, with D = B (B - tau) + s^2 tau:
 *
 * <pre>
 * {@code x <- x - dtau [(B - s^2) x + s^2 x_0] / D + N(0, dtau [1 - dtau (B - s^2)/D])}
 * </pre>
 *
 * Law: exact for any dtau. Step 0 of the visitor is tau = 0 here.
 */
public final class ForwardOneStep implements PathConstruction {

    private final BackwardClock clock;
    private final double[] pattern;
    private final double variance;

    /**
     * @param pattern x_0 [d].
     * @param standardDeviation s of the reference
     */
    public ForwardOneStep(BackwardClock clock, double[] pattern, double standardDeviation) {
        this.clock = clock;
        this.pattern = pattern;
        this.variance = standardDeviation * standardDeviation;
    }

    @Override
    public String name() {
        return "forward, one step";
    }

    @Override
    public void build(PathNoise noise, Visitor visitor) {
        int d = pattern.length;
        double[] x = new double[noise.paths() * d];
        double[] xi = new double[x.length];
        Arrays.setAll(x, i -> pattern[i % d]);
        visitor.at(0, x);
        double dt = clock.step();
        double pull = clock.horizon() - variance;
        for (int k = 0; k < clock.steps(); k++) {
            double tau = k * dt;
            double scale = clock.horizon() * (clock.horizon() - tau) + variance * tau;
            double spread = Math.sqrt(dt * (1 - dt * pull / scale));
            noise.normals(k, xi);
            for (int i = 0; i < x.length; i++) {
                x[i] += spread * xi[i] - dt * (pull * x[i] + variance * pattern[i % d]) / scale;
            }
            visitor.at(k + 1, x);
        }
    }
}
