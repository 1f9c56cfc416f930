package io.github.murmuration.cloud.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.ThreeShapes;
import io.github.murmuration.crew.Crew;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("analytic")
class DistancesTest {

    private static final double ROUNDING = 1e-12;

    /** From 0 and 3 to 1, 1, 5: squares 1 and 4, mean 5/2; back 1, 1 and 4, mean 2. */
    @Test
    void chamferByHand() {
        Cloud x = line(0, 3);
        Cloud y = line(1, 5, 1);
        assertEquals(4.5, new Chamfer().between(x, y), ROUNDING);
        assertEquals(4.5, new Chamfer().between(y, x), ROUNDING);
        assertEquals(2.5, Chamfer.toNearest(x, y), ROUNDING);
        assertEquals(0, new Chamfer().between(y, y));
    }

    /** Every pair is looked at; many equal coordinates among the points, so that medians are tied. */
    @Test
    void nearestPointsAreThoseOfAllPairs() {
        for (int d = 1; d <= 3; d++) {
            for (int n : new int[] {1, 2, 12, 13, 26, 500}) {
                Cloud y = d == 2 ? lattice(n) : random(n, d, n);
                NearestPoint nearest = new NearestPoint(y);
                for (double[] x : random(50, d, 99).points()) {
                    double least = Arrays.stream(y.points())
                            .mapToDouble(p -> squared(x, p))
                            .min()
                            .orElseThrow();
                    assertEquals(least, nearest.squaredDistance(x));
                }
            }
        }
    }

    /** The unit square moved by (3, 4) is 5 away; a square of half the side about its centre has each corner 2^-3/2 away. */
    @Test
    void earthMoverByHand() {
        Cloud square = new Cloud(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
        Cloud moved = new Cloud(new double[][] {{4, 5}, {3, 4}, {4, 4}, {3, 5}});
        Cloud half = new Cloud(new double[][] {{0.75, 0.75}, {0.25, 0.75}, {0.75, 0.25}, {0.25, 0.25}});
        assertEquals(5, EarthMover.exact(square, moved), ROUNDING);
        assertEquals(Math.sqrt(0.125), EarthMover.exact(square, half), ROUNDING);
        assertEquals((1 + 2 + 1) / 3.0, EarthMover.exact(line(5, 0, 1), line(0, -1, 7)), ROUNDING);
    }

    /** Costs with many ties as well, where paths of length 0 are all over. */
    @Test
    void assignmentsAreTheBestOfAllPermutations() {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + trial % 7;
            double[][] cost = new double[n][n];
            for (double[] row : cost) {
                boolean ties = trial % 3 == 0;
                Arrays.setAll(row, j -> ties ? random.nextInt(3) : random.nextDouble() - 0.5);
            }
            int[] columns = Assignment.of(cost).columns();
            assertEquals(n, Arrays.stream(columns).distinct().count());
            assertEquals(best(cost, 0, new boolean[n]), sum(cost, columns), ROUNDING);
        }
    }

    /** Strong duality: the dual solution is feasible by its making, so equal values prove both the best. */
    @Test
    void theDualProvesLargeAssignments() {
        Cloud x = ThreeShapes.law().shapes().get(0).draw(400, 1, 0);
        Cloud y = ThreeShapes.law().shapes().get(2).draw(400, 1, 1);
        for (Cloud other : new Cloud[] {y, lattice(400), x}) {
            EarthMover both = EarthMover.of(x, other, null);
            assertEquals(both.upper(), both.lower(), 1e-12);
            assertEquals(both.upper(), EarthMover.exact(other, x), 1e-12);
        }
        assertEquals(0, EarthMover.exact(x, x));
    }

    /** On the line the assignment of columns is checked by the order of the points. */
    @Test
    void assignmentsOnALineKeepTheOrder() {
        Cloud x = random(300, 1, 5);
        Cloud y = random(300, 1, 6);
        double[][] flatX =
                Arrays.stream(x.points()).map(p -> new double[] {p[0], 2}).toArray(double[][]::new);
        double[][] flatY =
                Arrays.stream(y.points()).map(p -> new double[] {p[0], 2}).toArray(double[][]::new);
        assertEquals(EarthMover.exact(x, y), EarthMover.exact(new Cloud(flatX), new Cloud(flatY)), ROUNDING);
    }

    @Test
    void sinkhornEnclosesTheExactDistance() {
        for (int seed = 0; seed < 4; seed++) {
            Cloud x = random(60, 2, seed);
            Cloud y = seed == 3 ? lattice(60) : random(60, 2, 100 + seed);
            EarthMover bounds = sinkhorn(x, y);
            double exact = EarthMover.exact(x, y);
            assertTrue(bounds.lower() <= exact + ROUNDING && exact <= bounds.upper() + ROUNDING, bounds + " " + exact);
            assertTrue(bounds.upper() - bounds.lower() <= 0.01 * bounds.upper(), bounds.toString());
            assertTrue(bounds.regularisation() > 0);
        }
    }

    /** Points far from each other by 3: nothing can be gained by another bijection than the identity. */
    @Test
    void sinkhornOfAMove() {
        Cloud x = lattice(49);
        Cloud y = new Cloud(Arrays.stream(x.points())
                .map(p -> new double[] {p[0] + 3, p[1] + 4})
                .toArray(double[][]::new));
        EarthMover bounds = sinkhorn(x, y);
        assertEquals(5, bounds.value(), 0.05);
        assertTrue(bounds.lower() <= 5 + ROUNDING && bounds.upper() >= 5 - ROUNDING);
    }

    /** Clouds at 0, 1 (generated) and 1.5, 3, 9 (reference). */
    @Test
    void setsByHand() {
        double[] at = {0, 1, 1.5, 3, 9};
        double[][] distances = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                distances[i][j] = Math.abs(at[i] - at[j]);
            }
        }
        SetComparison comparison = SetComparison.of(distances, 2);
        assertEquals((0.5 + 2 + 8) / 3, comparison.minimumMatching(), ROUNDING);
        assertEquals(1.0 / 3, comparison.coverage(), ROUNDING);
        // Nearest others: 1 (own), 1.5 (other), 1 (other), 1.5 (own), 3 (own).
        assertEquals(3.0 / 5, comparison.neighbourAccuracy(), ROUNDING);
    }

    @Test
    void equalDistancesCountByHalves() {
        double[][] distances = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        assertEquals((0.5 + 0.5 + 0) / 3, SetComparison.of(distances, 2).neighbourAccuracy(), ROUNDING);
    }

    private static EarthMover sinkhorn(Cloud x, Cloud y) {
        try (Crew<double[]> crew = Crew.of(1, () -> new double[x.size()])) {
            return Sinkhorn.distance(x, y, crew);
        }
    }

    private static double best(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < cost.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, cost[row][j] + best(cost, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    private static double sum(double[][] cost, int[] columns) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += cost[i][columns[i]];
        }
        return sum;
    }

    private static double squared(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return sum;
    }

    private static Cloud line(double... at) {
        return new Cloud(Arrays.stream(at).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
    }

    private static Cloud lattice(int n) {
        double[][] points = new double[n][];
        Arrays.setAll(points, i -> new double[] {0.25 * (i % 7), 0.25 * (i / 7 % 7)});
        return new Cloud(points);
    }

    private static Cloud random(int n, int d, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][];
        Arrays.setAll(points, i -> random.doubles(d).toArray());
        return new Cloud(points);
    }
}
