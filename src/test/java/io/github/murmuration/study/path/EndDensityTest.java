package io.github.murmuration.study.path;

import static io.github.murmuration.study.path.Targets.gaussian;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EndDensityTest {

    private final Distribution grid = new Distribution(gaussian(1), 2000);

    /** Two laws that differ by a shift of 0.5: W1 = 0.5; of two points 1 apart the energy distance is 2. */
    @Test
    @Tag("analytic")
    void distancesOfLawsWhereTheyAreKnown() {
        GaussianMixture shifted =
                new GaussianMixture(new double[] {1}, new double[][] {{0.5}}, new double[][] {{25}}, null);
        assertEquals(0.5, grid.wasserstein(grid.of(gaussian(1)), grid.of(shifted)), 1e-5);
        double[] zero = grid.of(new double[] {0.01}, 0);
        double[] one = grid.of(new double[] {1.01}, 0);
        assertEquals(1, grid.wasserstein(zero, one), 0.05);
        assertEquals(2, grid.energy(zero, one), 0.1);
    }

    /** A point smeared out by a Gaussian of width 5 is N(0, 25). */
    @Test
    @Tag("analytic")
    void aSmearedPointIsAGaussian() {
        assertEquals(0, grid.wasserstein(grid.of(new double[] {0}, 5), grid.of(gaussian(1))), 1e-5);
    }

    /** Of 200 normal values the best width is near 1.06 n^(-1/5) s = 0.37 s, known to a factor of two. */
    @Test
    @Tag("statistical")
    void theCrossValidatedWidthOfANormalSample() {
        Random random = new Random(1);
        double[] sample =
                random.doubles(200).map(u -> 5 * random.nextGaussian()).toArray();
        double width = KernelWidth.crossValidated(sample, 1) / 5;
        assertTrue(width > 0.18 && width < 0.74, "width " + width);
    }

    /**
     * g_2 = 2/pi, g_3 = 1/2. N(0, I) and N(4 e_1, I) in R^3: W1 along theta is 4 |theta_1|, of mean 2. With Z standard normal in R^3 the energy
     * distance is 2 E|sqrt(2) Z + 4 e_1| - 2 E|sqrt(2) Z| = 2 (4.4696 - 2.2568). 32 directions know such means to 15 %.
     */
    @Test
    @Tag("analytic")
    void distancesOfPointsInMoreDimensions() {
        assertEquals(2 / Math.PI, Directions.of(2).meanCosine(), 1e-12);
        assertEquals(0.5, Directions.of(3).meanCosine(), 1e-12);
        double[] variances = {1, 1, 1};
        GaussianMixture law =
                new GaussianMixture(new double[] {1}, new double[][] {{0, 0, 0}}, new double[][] {variances}, null);
        double[] smeared = new EndDistances(law).of(new double[] {0, 0, 0}, 1);
        assertEquals(0, smeared[0], 1e-5);
        double[] far = new EndDistances(law).of(new double[] {4, 0, 0}, 1);
        assertEquals(4 * 0.5, far[0], 0.15 * 2);
        assertEquals(4.4256, far[1], 0.15 * 4.4256);
    }

    @Test
    @Tag("statistical")
    void theInfinitePathsEndNearestToTheTarget() {
        EndDensity study =
                new EndDensity(new BackwardClock(10, 50), new double[] {1}, gaussian(1), 3, 50, 400, 6, 2, 0.5);
        Map<String, EndDensity.Distance> found = study.run(Targets.CPU, 0, Targets.meter());
        double least = found.get("infinite p, as many paths").wasserstein();
        found.values().forEach(distance -> assertTrue(distance.wasserstein() >= least));
    }
}
