package io.github.murmuration.score;

import io.github.murmuration.cloud.Checkerboard;
import io.github.murmuration.density.MillsRatio;
import io.github.murmuration.diffusion.Diffusion;
import java.util.Arrays;

/**
 * The score of a noised {@link Checkerboard}. With P_i(x) the probability that a x_0 + s Z is in column i where x_0 is uniform on it, up to
 * a factor, eta is proportional to the sum of P_i(x) P_j(y) over filled squares. P_i and P_i' are kept in units of phi(z), z >= 0 the
 * distance to the board over s: far off it they would be 0 in double precision.
 */
public record CheckerboardScore(Diffusion diffusion) implements PointScore {

    @Override
    public double[][] at(double u, double[][] points) {
        double scale = diffusion.scale(u);
        double deviation = Math.sqrt(diffusion.variance(u));
        double[][] score = new double[points.length][];
        for (int p = 0; p < points.length; p++) {
            score[p] = score(new Columns(points[p][0], scale, deviation), new Columns(points[p][1], scale, deviation));
        }
        return score;
    }

    private static double[] score(Columns x, Columns y) {
        double density = 0;
        double[] gradient = new double[2];
        for (int i = 0; i < Checkerboard.SQUARES; i++) {
            for (int j = 0; j < Checkerboard.SQUARES; j++) {
                if (Checkerboard.filled(i, j)) {
                    density += x.mass[i] * y.mass[j];
                    gradient[0] += x.slope[i] * y.mass[j];
                    gradient[1] += x.mass[i] * y.slope[j];
                }
            }
        }
        return new double[] {gradient[0] / density, gradient[1] / density};
    }

    /** P_i and P_i' of one coordinate. */
    private static final class Columns {

        private final double off;
        private final double[] mass = new double[Checkerboard.SQUARES];
        private final double[] slope = new double[Checkerboard.SQUARES];

        Columns(double x, double scale, double deviation) {
            double[] sides = new double[Checkerboard.SQUARES + 1];
            Arrays.setAll(sides, i -> (x - scale * (Checkerboard.FROM + i)) / deviation);
            off = Math.max(0, Math.max(-sides[0], sides[Checkerboard.SQUARES]));
            double[] densities = Arrays.stream(sides).map(this::density).toArray();
            double[] tails = new double[sides.length];
            Arrays.setAll(tails, i -> MillsRatio.of(Math.abs(sides[i])) * densities[i]);
            for (int i = 0; i < mass.length; i++) {
                boolean within = sides[i] > 0 && sides[i + 1] < 0;
                mass[i] = within ? 1 - tails[i] - tails[i + 1] : Math.abs(tails[i] - tails[i + 1]);
                slope[i] = (densities[i] - densities[i + 1]) / deviation;
            }
        }

        /** phi(z)/phi(off) up to a factor. */
        private double density(double z) {
            return Math.exp(0.5 * (off * off - z * z)) / Math.sqrt(2 * Math.PI);
        }
    }
}
