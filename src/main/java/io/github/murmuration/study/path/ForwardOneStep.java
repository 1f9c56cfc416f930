package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardPaths;

/**
 * Forward paths from a pattern x_0 at tau = 0 to the reference N(0, s^2) at tau = B, with D = B (B - tau) + s^2 tau:
 *
 * <pre>
 * {@code x <- x - dtau [(B - s^2) x + s^2 x_0] / D + N(0, dtau [1 - dtau (B - s^2)/D])}
 * </pre>
 *
 * Law: exact for any dtau.
 *
 * @param between the patterns and the reference
 */
record ForwardOneStep(Interpolation between) implements PathConstruction {

    @Override
    public String name() {
        return "forward-one-step";
    }

    @Override
    public double[][] states(BackwardPaths paths) {
        double[] pattern = between.draw(paths);
        double[] x = pattern.clone();
        double[] xi = new double[x.length];
        KeptStates kept = new KeptStates(paths);
        PathNoise noise = PathNoise.of(paths);
        double horizon = paths.clock().horizon();
        double dt = paths.clock().step();
        double variance = between.variance();
        int steps = paths.clock().steps();
        kept.keep(steps, x);
        for (int k = 0; k < steps; k++) {
            double tau = k * dt;
            double scale = horizon * (horizon - tau) + variance * tau;
            double spread = Math.sqrt(dt * (1 - dt * (horizon - variance) / scale));
            noise.normals(k, xi);
            for (int i = 0; i < x.length; i++) {
                x[i] += spread * xi[i] - dt * ((horizon - variance) * x[i] + variance * pattern[i]) / scale;
            }
            kept.keep(steps - k - 1, x);
        }
        return kept.states();
    }
}
