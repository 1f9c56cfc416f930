package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardPaths;
import java.util.Arrays;

/**
 * Paths between two fixed ends, a pattern and x_B, by Levy's bisection: given its values at {@code l < r} the path at the middle m is
 * Gaussian with the mean on the chord and the variance (m - l)(r - m)/(r - l). Law: exact, the Brownian bridge. No direction of time is
 * preferred.
 *
 * @param between the patterns and x_B
 */
record SymmetricBisection(Interpolation between) implements PathConstruction {

    @Override
    public String name() {
        return "symmetric";
    }

    @Override
    public double[][] states(BackwardPaths paths) {
        int steps = paths.clock().steps();
        int d = paths.dimension();
        double[][] path = new double[steps + 1][paths.count() * d];
        Arrays.setAll(path[0], i -> between.end()[i % d]);
        path[steps] = between.draw(paths);
        bisect(path, 0, steps, paths.clock().step(), PathNoise.of(paths));
        KeptStates kept = new KeptStates(paths);
        for (int k = 0; k <= steps; k++) {
            kept.keep(k, path[k]);
        }
        return kept.states();
    }

    private static void bisect(double[][] path, int left, int right, double step, PathNoise noise) {
        if (right - left < 2) {
            return;
        }
        int middle = (left + right) >>> 1;
        double share = (middle - left) / (double) (right - left);
        double spread = Math.sqrt(step * (middle - left) * (1 - share));
        double[] xi = new double[path[middle].length];
        noise.normals(middle, xi);
        for (int i = 0; i < xi.length; i++) {
            path[middle][i] = (1 - share) * path[left][i] + share * path[right][i] + spread * xi[i];
        }
        bisect(path, left, middle, step, noise);
        bisect(path, middle, right, step, noise);
    }
}
