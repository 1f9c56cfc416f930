package io.github.murmuration.study.selfconsistent;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code nu <- (1 - zeta) nu + zeta m[nu]}. Source: {@code mathematics.md}, section 7.
 *
 * @param points nu at the end [guess][P][d]
 * @param residuals max |m[nu] - nu| before every iteration [iteration][guess]
 */
record Iteration(double[][][] points, double[][] residuals) {

    /** Until every residual is below a tolerance, or for so many iterations. */
    static Iteration of(MeanMap map, double[][][] guesses, double damping, double tolerance, int iterations) {
        double[][][] points = guesses;
        List<double[]> residuals = new ArrayList<>();
        for (int i = 0; i < iterations; i++) {
            double[][][] means = map.at(points);
            double[] residual = residual(points, means);
            residuals.add(residual);
            if (largest(residual) < tolerance) {
                break;
            }
            points = moved(points, means, damping);
        }
        return new Iteration(points, residuals.toArray(double[][]::new));
    }

    boolean converged(double tolerance) {
        return largest(residuals[residuals.length - 1]) < tolerance;
    }

    /** Iterations until the residual of a guess was below a tolerance; -1 if it never was. */
    int count(int guess, double tolerance) {
        for (int i = 0; i < residuals.length; i++) {
            if (residuals[i][guess] < tolerance) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Factor per iteration by which the residual of a guess falls: geometric mean over the second half of the iterations before it was
     * below a floor; NaN if they are too few.
     */
    double rate(int guess, double floor) {
        int last = residuals.length - 1;
        while (last > 0 && residuals[last][guess] < floor) {
            last--;
        }
        int first = last / 2;
        return last - first < 2
                ? Double.NaN
                : Math.pow(residuals[last][guess] / residuals[first][guess], 1.0 / (last - first));
    }

    private static double[] residual(double[][][] points, double[][][] means) {
        double[] residual = new double[points.length];
        for (int g = 0; g < points.length; g++) {
            for (int p = 0; p < points[g].length; p++) {
                for (int j = 0; j < points[g][p].length; j++) {
                    residual[g] = Math.max(residual[g], Math.abs(means[g][p][j] - points[g][p][j]));
                }
            }
        }
        return residual;
    }

    private static double largest(double[] residual) {
        double largest = 0;
        for (double each : residual) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    private static double[][][] moved(double[][][] points, double[][][] means, double damping) {
        double[][][] moved = new double[points.length][points[0].length][points[0][0].length];
        for (int g = 0; g < moved.length; g++) {
            for (int p = 0; p < moved[g].length; p++) {
                for (int j = 0; j < moved[g][p].length; j++) {
                    moved[g][p][j] = (1 - damping) * points[g][p][j] + damping * means[g][p][j];
                }
            }
        }
        return moved;
    }
}
