package io.github.murmuration.study.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Correlations and distances of samples that are known. */
@Tag("analytic")
class CorrelationTest {

    /** Agents a fixed distance from a common Y ~ exponential of rate 1: Cov = 1 and third joint cumulant 2, whatever their own noise. */
    @Test
    @Tag("statistical")
    void agentsWithACommonPart() {
        Random random = new Random(5);
        int replicas = 200_000;
        CouplingCase seen = CouplingCase.empty(4, 1, new double[] {1}, replicas, false);
        for (int r = 0; r < replicas; r++) {
            double common = -Math.log(1 - random.nextDouble());
            for (int i = 0; i < 4; i++) {
                double own = random.nextGaussian();
                power(seen.copies()[0], r, own);
                power(seen.population()[0], r, own + common);
            }
        }
        Correlation found = Correlation.of(seen, 0, CouplingTables.all(seen));
        // standard errors about sqrt(8/R) = 0.006 and sqrt(261/R) = 0.036 from the moments 9 and 265 of Y - 1: 5 and
        // more of them
        assertEquals(1, found.pair(), 0.035);
        assertEquals(2, found.triple(), 0.3);
    }

    @Test
    void distancesOfShiftedPoints() {
        float[][] x = {{3, 1, 2}};
        float[][] y = {{2.5f, 1.5f, 3.5f}};
        assertEquals(0.25, distance(new Wasserstein(1, 1), x, y), 1e-12);
        // sliced over any directions, a shift of squared length 0.25 + 0.25 in two dimensions has half of it on average
        float[][] u = {{1, 5}, {0, 2}};
        float[][] v = {{1.5f, 5.5f}, {0.5f, 2.5f}};
        assertEquals(0.25, distance(new Wasserstein(2, 1), u, v), 0.1);
    }

    private static double distance(Wasserstein wasserstein, float[][] x, float[][] y) {
        return Wasserstein.square(wasserstein.sorted(x), wasserstein.sorted(y));
    }

    /** Quantiles of a uniform law in 1000 cells, to a point at 0: int x^2 = 1/12 + 1/4. */
    @Test
    void distanceFromALaw() {
        double[] points = new double[1000];
        double[] weights = new double[1000];
        for (int i = 0; i < 1000; i++) {
            points[i] = (i + 0.5) / 1000;
            weights[i] = 1e-3;
        }
        double[] quantiles = Quantiles.of(new PointLaw(points, weights), 1000);
        assertEquals(1.0 / 3, Wasserstein.square(new double[] {0}, quantiles), 1e-6);
    }

    private static void power(double[][] into, int r, double x) {
        into[0][r] += x / 4;
        into[1][r] += x * x / 4;
        into[2][r] += x * x * x / 4;
    }
}
