package io.github.murmuration.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.cloud.Checkerboard;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerboardScoreTest {

    private static final Diffusion DIFFUSION = new OrnsteinUhlenbeck(0.5, 1, 3);

    /** Each filled square holds an eighth of the points: of 80,000 all counts are within 5 sqrt(80000 (1/8) (7/8)) = 468. */
    @Test
    void pointsAreUniformOnFilledSquares() {
        int[] counts = new int[16];
        for (double[] point : new Checkerboard().draw(80_000, 1, 0).points()) {
            counts[(int) (point[0] + 2) + 4 * (int) (point[1] + 2)]++;
        }
        for (int square = 0; square < 16; square++) {
            boolean filled = (square % 4 + square / 4) % 2 == 0;
            assertEquals(filled ? 10_000 : 0, counts[square], filled ? 468 : 0);
        }
    }

    /**
     * Against the mixture of 20 x 20 Gaussians for each filled square, midpoints of cells of width 0.05 with the variance 0.05^2/12 of a
     * cell: what is left is of fourth order in the width over the noise.
     */
    @Test
    void itIsThatOfAFineMixture() {
        MixtureScore mixture = new MixtureScore(cells(20), DIFFUSION);
        CheckerboardScore board = new CheckerboardScore(DIFFUSION);
        double[][] points = {{0.1, 0.05}, {-1.3, 0.7}, {1.95, -1.95}, {-2.6, 0.4}, {4, -3}};
        for (double u : new double[] {0.05, 0.4, 3}) {
            double[][] expected = mixture.at(u, points);
            double[][] found = board.at(u, points);
            for (int p = 0; p < points.length; p++) {
                for (int j = 0; j < 2; j++) {
                    assertEquals(expected[p][j], found[p][j], 1e-3 * (1 + Math.abs(expected[p][j])));
                }
            }
        }
    }

    /** 100 deviations off the board the score is that of the nearest side: about -(x - a 2)/s^2 - 1/(x - a 2). */
    @Test
    void itIsFiniteFarOff() {
        double u = 0.01;
        double variance = DIFFUSION.variance(u);
        double off = 100 * Math.sqrt(variance);
        double[][] point = {{2 * DIFFUSION.scale(u) + off, 0.5}};
        double found = new CheckerboardScore(DIFFUSION).at(u, point)[0][0];
        assertEquals(1, found / (-off / variance - 1 / off), 1e-6);
    }

    private static GaussianMixture cells(int side) {
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < 4 * side; i++) {
            for (int j = 0; j < 4 * side; j++) {
                if (Checkerboard.filled(i / side, j / side)) {
                    centres.add(new double[] {-2 + (i + 0.5) / side, -2 + (j + 0.5) / side});
                }
            }
        }
        double[] weights = new double[centres.size()];
        double[][] variances = new double[weights.length][2];
        Arrays.fill(weights, 1.0 / weights.length);
        Arrays.stream(variances).forEach(row -> Arrays.fill(row, 1.0 / (12 * side * side)));
        return new GaussianMixture(weights, centres.toArray(double[][]::new), variances, null);
    }

    /** Held-out losses of the score itself are 0. */
    @Test
    void theScoreItselfLosesNothing() {
        GaussianMixture law = cells(1);
        MixtureScore score = new MixtureScore(law, DIFFUSION);
        HeldOutPoints points = new HeldOutPoints(DIFFUSION, new GaussianPoints(law).draw(50, 1, 0), 50, 0.01, 2);
        assertEquals(0, points.excess(score, score), 0);
        assertEquals(0, points.residual(score), 1e-8);
    }
}
