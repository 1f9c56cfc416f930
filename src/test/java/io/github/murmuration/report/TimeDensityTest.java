package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.sim.Histogram;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Maps of densities and their contours. */
class TimeDensityTest {

    private static final double[] TIMES = {0, 1};

    /** Cells of 0.5 over bins of 1 from 0.5: half a bin outside, then 1 of 4 agents in the first bin, 3 in the second. */
    @Test
    void cellsAreMeansOverBinsAtTheNearestTime() {
        Histogram first = new Histogram(0.5, 1, new long[] {1, 3});
        Histogram nobody = new Histogram(Double.NaN, Double.NaN, new long[2]);
        double[][] cells = TimeDensity.counted(TIMES, List.of(first, nobody)).cells(Range.UNIT, new Range(0, 3), 4, 6);
        double[] expected = {0, 0.25, 0.25, 0.75, 0.75, 0};
        for (int r = 0; r < 6; r++) {
            assertArrayEquals(new double[] {expected[r], expected[r], 0, 0}, cells[r], 1e-12);
        }
    }

    /** A point is in one cell, whatever its width; a normal law has 0.3413 between its mean and a standard deviation on. */
    @Test
    void lawsAreIntegratedOverCells() {
        Marginal point = new Marginal(new double[] {1}, new double[] {0.3}, new double[] {0});
        Marginal normal = new Marginal(new double[] {1}, new double[] {0}, new double[] {1});
        double[][] cells = TimeDensity.known(TIMES, List.of(point, normal)).cells(Range.UNIT, new Range(-1, 1), 2, 2);
        assertArrayEquals(new double[] {0, 0.341344746068543}, cells[0], 1e-10);
        assertArrayEquals(new double[] {1, 0.341344746068543}, cells[1], 1e-10);
    }

    /** A triangle of area 1 on [0, 2]: 1/8 is below 0.5, 1/2 below 1. */
    @Test
    void densitiesBetweenPointsAreStraight() {
        Curve triangle = new Curve(new double[] {0, 1, 2}, new double[] {0, 1, 0});
        double[][] cells =
                TimeDensity.interpolated(new double[] {0}, List.of(triangle)).cells(Range.UNIT, new Range(-1, 3), 1, 4);
        assertArrayEquals(
                new double[] {0, 0.5, 0.5, 0},
                Arrays.stream(cells).mapToDouble(row -> row[0]).toArray(),
                1e-12);
    }

    /** Outer bins go while what is left out at an end is at most 10 of 100. */
    @Test
    void outerBinsAreLeftOut() {
        Range inner = BinnedDensity.inner(new Histogram(0, 1, new long[] {0, 8, 3, 78, 10, 1}), 0.1);
        assertEquals(2, inner.low());
        assertEquals(5, inner.high());
    }

    /** Of N(0, diag(1, 4)), the ellipse that holds the share p is x^2 + y^2/4 = -2 log(1 - p). */
    @Test
    void contoursHoldTheirShares() {
        GaussianMixture law = GaussianMixture.of(
                Law.gaussian(new double[] {0, 9, 0}, new Covariance.Diagonal(new double[] {1, 7, 2})));
        PairMarginal pair = new PairMarginal(law, 0, 2);
        assertEquals(1 / (4 * Math.PI), pair.density(0, 0), 1e-15);
        double[] x = new double[201];
        Arrays.setAll(x, i -> (i - 100) / 16.0);
        double[] y = Arrays.stream(x).map(v -> 2 * v).toArray();
        double[][] values = Arrays.stream(x)
                .mapToObj(a -> Arrays.stream(y).map(b -> pair.density(a, b)).toArray())
                .toArray(double[][]::new);
        Contour.Surface surface = new Contour.Surface(x, y, values);
        Contour contour = Contour.of(surface, surface.level(0.9));
        double radius = Math.sqrt(-2 * Math.log(0.1));
        assertTrue(contour.pieces().size() > 100);
        for (double[] piece : contour.pieces()) {
            // a grid spacing of 1/16 leaves the level to 1 % or so
            assertEquals(radius, Math.hypot(piece[0], piece[1] / 2), 0.02 * radius);
            assertEquals(radius, Math.hypot(piece[2], piece[3] / 2), 0.02 * radius);
        }
    }

    /** Two directions that lie in one have no density in the plane. */
    @Test
    void aLineHasNoDensityInThePlane() {
        GaussianMixture flat =
                GaussianMixture.of(Law.gaussian(new double[] {0, 0}, new Covariance.Full(new double[][] {{1, 0}, {0, 0}
                })));
        assertTrue(!new PairMarginal(flat, 0, 1).hasDensity());
    }
}
