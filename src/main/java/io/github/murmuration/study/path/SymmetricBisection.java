package io.github.murmuration.study.path;

import java.util.Arrays;

/**
 * Paths between two fixed ends by Levy's bisection: given its values at {@code l < r} the path at the middle m is Gaussian with the mean on
 * the chord and the variance (m - l)(r - m)/(r - l). Law: exact, the Brownian bridge. No direction of time is preferred.
 */
public final class SymmetricBisection implements PathConstruction {

    private final BackwardClock clock;
    private final double[] start;
    private final double[] end;

    /**
     * @param start x_B [d] at step 0.
     * @param end x_0 [d] at the last step
     */
    public SymmetricBisection(BackwardClock clock, double[] start, double[] end) {
        this.clock = clock;
        this.start = start;
        this.end = end;
    }

    @Override
    public String name() {
        return "symmetric, bisection";
    }

    @Override
    public void build(PathNoise noise, Visitor visitor) {
        double[][] path = new double[clock.steps() + 1][noise.paths() * start.length];
        Arrays.setAll(path[0], i -> start[i % start.length]);
        Arrays.setAll(path[clock.steps()], i -> end[i % end.length]);
        bisect(path, 0, clock.steps(), noise, new double[path[0].length]);
        for (int k = 0; k <= clock.steps(); k++) {
            visitor.at(k, path[k]);
        }
    }

    private void bisect(double[][] path, int left, int right, PathNoise noise, double[] xi) {
        if (right - left < 2) {
            return;
        }
        int middle = (left + right) >>> 1;
        double share = (middle - left) / (double) (right - left);
        double spread = Math.sqrt(clock.step() * (middle - left) * (1 - share));
        noise.normals(middle, xi);
        for (int i = 0; i < xi.length; i++) {
            path[middle][i] = (1 - share) * path[left][i] + share * path[right][i] + spread * xi[i];
        }
        bisect(path, left, middle, noise, xi);
        bisect(path, middle, right, noise, xi);
    }
}
