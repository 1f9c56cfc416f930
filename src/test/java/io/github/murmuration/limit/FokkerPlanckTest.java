package io.github.murmuration.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.DesaiZwanzigLaw;
import io.github.murmuration.scenario.Dynamics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders of the method, and what holds at every resolution. */
class FokkerPlanckTest {

    /** Behind one feature and the share of the living. */
    private static final int VARIANCE = 2 + Moments.VARIANCE;

    /** A stationary law does not depend on the step: what is left is the error of the grid. */
    @Test
    @Tag("order")
    void errorsFallWithTheSquareOfTheSpacing() {
        Problem problem = problem(Written.desaiZwanzig(1, 0.5), 60);
        double exact = DesaiZwanzigLaw.of(new Dynamics.DesaiZwanzig(1, 0.5, 60)).variance();
        double[] errors = new double[4];
        for (int i = 0; i < 4; i++) {
            errors[i] = run(problem, 64 << i, 500) - exact;
        }
        assertSlope(2, errors, 0.02);
    }

    @Test
    @Tag("order")
    void errorsFallWithTheStep() {
        Problem problem = problem(Written.ornsteinUhlenbeck(0.5, 1, 0.8), 2);
        double[] changes = new double[4];
        for (int i = 0; i < 4; i++) {
            changes[i] = run(problem, 128, 64 << i) - run(problem, 128, 128 << i);
        }
        assertSlope(1, changes, 0.05);
    }

    /** Two powers of the square of the spacing are taken away. */
    @Test
    @Tag("order")
    void extrapolatedErrorsFallWithTheSixthPowerOfTheSpacing() {
        Problem problem = problem(Written.ornsteinUhlenbeck(0.5, 1, 0.8), 2);
        double still = 0.64 / 3;
        double exact = still + (0.49 - still) * Math.exp(-6);
        FiniteVolumes method = new FiniteVolumes(problem, 32);
        double[] errors = new double[3];
        Run[] runs = new Run[5];
        for (int i = 0; i < 5; i++) {
            runs[i] = method.run(i);
        }
        for (int i = 0; i < 2; i++) {
            List<Run> four = List.of(runs[i], runs[i], runs[i + 1], runs[i + 2]);
            errors[i] = new Refinement(Boundary.NONE, 4, four).series(VARIANCE).values()[0] - exact;
        }
        assertSlope(6, new double[] {errors[0], errors[1]}, 0.5);
    }

    /** Laws of every kind of domain, with noise that ends inside it: every mass is positive, and together they are 1. */
    @Test
    void massesArePositiveAndTheirSumIsOne() {
        Written degenerate = new Written(
                (t, x, theta, m) -> 20 * Math.sin(x), (t, x, theta, m) -> Math.max(0, Math.cos(x)), Math::cos);
        for (Boundary domain : new Boundary[] {Boundary.reflecting(-2, 5), Boundary.periodic(-3, 3)}) {
            Problem problem = problem(degenerate, 2);
            Grid grid = new Grid(domain, 100);
            double[] density =
                    new FokkerPlanck(problem, grid).run(new Steps(5000, 1)).densities()[0];
            double sum = 0;
            for (int i = 0; i < density.length; i++) {
                sum += density[i] / grid.perVolume(i);
            }
            assertTrue(Arrays.stream(density).allMatch(p -> p >= 0));
            assertEquals(1, sum, 1e-11);
        }
    }

    /** Scharfetter and Gummel, IEEE Trans. Electron Devices 16 (1969) 64: 0 at no noise, and B(-w) = w + B(w). */
    @Test
    void bernoulliFunction() {
        assertEquals(1, Jumps.bernoulli(0));
        assertEquals(0, Jumps.bernoulli(Double.POSITIVE_INFINITY));
        assertEquals(0, Jumps.bernoulli(Double.NaN));
        for (double w : new double[] {1e-9, 0.1, 0.1249999, 0.1250001, 1, 30, 699}) {
            assertEquals(w / Math.expm1(w), Jumps.bernoulli(w), 3e-15);
        }
    }

    private static Problem problem(Equation equation, double horizon) {
        return new Problem(
                equation, Written.gaussian(0.6, 0.7), Written.UNMARKED, Boundary.NONE, horizon, new double[] {horizon});
    }

    /** The variance at the end. */
    private static double run(Problem problem, int intervals, int steps) {
        Grid grid = new Grid(Boundary.reflecting(-6, 7), intervals);
        return new FokkerPlanck(problem, grid).run(new Steps(steps, 1)).rows()[0][VARIANCE];
    }

    private static void assertSlope(double order, double[] errors, double tolerance) {
        for (int i = 0; i + 1 < errors.length; i++) {
            double slope = Math.log(errors[i] / errors[i + 1]) / Math.log(2);
            assertEquals(order, slope, tolerance);
        }
    }
}
