package io.github.murmuration.schedule.lqg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed form against its differential equations, and against the scalar case written out by hand. */
@Tag("analytic")
class LqgSolutionTest {

    private static final List<Guidance> ALL =
            List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());
    private static final double[] TIMES = {0, 1 / 3.0, 0.8, 1};

    /** Drift that decays or grows (by up to e^4 over the horizon); a Gaussian or a point to start from. */
    static Stream<LinearQuadraticProblem> problems() {
        Stream.Builder<LinearQuadraticProblem> problems = Stream.builder();
        for (int d : new int[] {2, 5, 16}) {
            for (double shift : new double[] {-2, 3}) {
                problems.add(LinearQuadraticProblem.random(d, shift, d == 5, 100 * d + (long) shift));
            }
        }
        return problems.build();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void solvesItsEquationsAndMeetsBothLaws(LinearQuadraticProblem problem) {
        for (Guidance guidance : problem.targetMean().length < 16 ? ALL : ALL.subList(0, 1)) {
            LqgSolution solution = problem.solve(guidance);
            assertSolves(problem, solution, LqgOde.path(problem, guidance, solution));
        }
    }

    /** The boundary data come from the laws alone; the equations are integrated between TIMES. */
    private static void assertSolves(
            LinearQuadraticProblem problem, LqgSolution solution, DoubleFunction<double[]> guidance) {
        LqgOde ode = new LqgOde(problem, guidance);
        int d = problem.targetMean().length;
        for (int n = TIMES.length - 1; n > 0; n--) {
            double[] control = ode.backward(LqgOde.control(solution.at(TIMES[n])), TIMES[n], TIMES[n - 1]);
            assertClose(control, LqgOde.control(solution.at(TIMES[n - 1])), "S and s at " + TIMES[n - 1]);
        }
        double[] state = state(problem.initial().mean(), problem.initial().covariance());
        for (int n = 1; n < TIMES.length; n++) {
            state = ode.forward(state, TIMES[n - 1], TIMES[n], t -> LqgOde.control(solution.at(t)));
            LqgSolution.Values values = solution.at(TIMES[n]);
            double[] expected = state(values.mean(), values.covariance());
            expected[d + d * d] = state[d + d * d];
            assertClose(expected, state, "m and Sigma at " + TIMES[n]);
        }
        double[] end = state(problem.target().mean(), problem.target().covariance());
        end[d + d * d] = state[d + d * d];
        assertClose(end, state, "the target");
    }

    /** 1e-9 of the largest entry. */
    private static void assertClose(double[] expected, double[] actual, String what) {
        double scale = 1;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertArrayEquals(expected, actual, 1e-9 * scale, what);
    }

    private static double[] state(double[] mean, double[][] covariance) {
        int d = mean.length;
        double[] state = new double[d + d * d + 1];
        System.arraycopy(mean, 0, state, 0, d);
        for (int i = 0; i < d; i++) {
            System.arraycopy(covariance[i], 0, state, d + i * d, d);
        }
        return state;
    }

    /** S' = S^2 - A^T S - S A - Q: the difference quotient of sixth order against the right side, 1e-8 of the largest term. */
    @ParameterizedTest
    @MethodSource("problems")
    void riccatiEquationHoldsBetweenTheEnds(LinearQuadraticProblem problem) {
        LqgSolution solution = problem.solve(new Guidance.MeanField());
        for (double t : new double[] {0.05, 0.3, 0.62, 0.9}) {
            double[][] s = solution.at(t).riccati();
            double[][] slope = slope(solution, t, 1e-3);
            double largest = 1;
            double residual = 0;
            for (int i = 0; i < s.length; i++) {
                for (int j = 0; j < s.length; j++) {
                    double right = rightSide(problem.dynamics(), s, i, j);
                    largest = Math.max(largest, Math.max(Math.abs(right), Math.abs(slope[i][j])));
                    residual = Math.max(residual, Math.abs(slope[i][j] - right));
                }
            }
            assertTrue(residual < 1e-8 * largest, "residual " + residual + " of " + largest + " at " + t);
        }
    }

    private static double rightSide(Dynamics.LinearQuadratic dynamics, double[][] s, int i, int j) {
        double sum = -dynamics.cost()[i][j];
        for (int k = 0; k < s.length; k++) {
            sum += s[i][k] * s[k][j] - dynamics.drift()[k][i] * s[k][j] - s[i][k] * dynamics.drift()[k][j];
        }
        return sum;
    }

    private static double[][] slope(LqgSolution solution, double t, double h) {
        double[] weights = {45 / 60.0, -9 / 60.0, 1 / 60.0};
        int d = solution.at(t).offset().length;
        double[][] slope = new double[d][d];
        for (int m = 1; m <= 3; m++) {
            double[][] after = solution.at(t + m * h).riccati();
            double[][] before = solution.at(t - m * h).riccati();
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    slope[i][j] += weights[m - 1] * (after[i][j] - before[i][j]) / h;
                }
            }
        }
        return slope;
    }

    /**
     * dX = (-0.6 X + u) dt + dW from 0 to N(2, 0.25) at q = 12: with Delta = sqrt(0.36 + 12) and r0 = exp(-2 Delta),
     * S = -kappa + Delta (1 + rho E)/(1 - rho E), E = exp(2 Delta (t - 1)), rho = (2 Delta s2 + r0 - 1)/(2 Delta s2 r0 + r0 - 1).
     */
    @Test
    void scalarRiccatiSolutionIsTheHandWrittenOne() {
        double delta = Math.sqrt(0.36 + 12);
        double r0 = Math.exp(-2 * delta);
        double rho = (0.5 * delta + r0 - 1) / (0.5 * delta * r0 + r0 - 1);
        LqgSolution solution = scalar(-0.6, 12, 2, 0.5, new Guidance.Zero());
        assertEquals(-0.76057698, rho, 5e-9);
        for (int k = 0; k <= 50; k++) {
            double t = k / 50.0;
            double e = Math.exp(2 * delta * (t - 1));
            double expected = -0.6 + delta * (1 + rho * e) / (1 - rho * e);
            assertEquals(expected, solution.at(t).riccati()[0][0], 1e-12 * delta);
        }
    }

    /** s_0 of the two fixed guidances, integrated for this project by an independent program to the digits given. */
    @Test
    void scalarOffsetsAreTheReferenceOnes() {
        assertEquals(
                -0.418421, scalar(-0.6, 12, 2, 0.5, new Guidance.Zero()).at(0).offset()[0], 5e-7);
        LqgSolution target = scalar(-0.6, 12, 2, 0.5, new Guidance.TargetMean());
        assertEquals(-6.850825, target.at(0).offset()[0], 5e-7);
    }

    /** m_t = (m_1 sinh(kappa t) + m_0 sinh(kappa (1-t)))/sinh kappa, whatever the cost. */
    @Test
    void meanFieldMovesAlongTheHyperbolicSine() {
        for (double q : new double[] {0, 12, 1e4}) {
            LqgSolution solution = scalar(-0.6, q, 2, 0.5, new Guidance.MeanField());
            for (int k = 0; k <= 20; k++) {
                double t = k / 20.0;
                assertEquals(
                        2 * Math.sinh(0.6 * t) / Math.sinh(0.6), solution.at(t).mean()[0], 1e-12);
            }
        }
    }

    /** A stiff cost, strong decay and strong growth: e^20 over the horizon, both laws still met and S finite. */
    @Test
    void extremeRatesStayAccurate() {
        for (double a : new double[] {-40, 20}) {
            for (double q : new double[] {0, 1e6}) {
                LqgSolution.Values end =
                        scalar(a, q, 2, 0.5, new Guidance.MeanField()).at(1);
                assertEquals(2, end.mean()[0], 1e-9, a + " " + q);
                assertEquals(0.25, end.covariance()[0][0], 1e-9, a + " " + q);
                LqgSolution.Values middle =
                        scalar(a, q, 2, 0.5, new Guidance.MeanField()).at(0.5);
                double expected = 2 * Math.sinh(a * 0.5) / Math.sinh(a);
                assertEquals(expected, middle.mean()[0], 1e-9 * expected + 1e-15, a + " " + q);
            }
        }
    }

    /** Guidance that is linear inside two unequal intervals, against the differential equations on each. */
    @Test
    void customGuidanceIsFollowed() {
        Protocol protocol = new Protocol(
                new double[] {0, 0.3, 1}, new double[2], io.github.murmuration.scenario.GuidanceShape.PIECEWISE_LINEAR);
        Guidance guidance = new Guidance.Custom(new double[][] {{0.5}, {-1}, {3}});
        LinearQuadraticProblem problem = new LinearQuadraticProblem(
                (Dynamics.LinearQuadratic) Dynamics.linearQuadratic(0.7, 5),
                GaussianMixture.of(Law.gaussian(new double[] {1}, Covariance.standardDeviations(0.3))),
                GaussianMixture.of(Law.gaussian(new double[] {2}, Covariance.standardDeviations(0.4))),
                new double[] {2});
        LqgSolution solution = LqgSolution.of(
                        problem.dynamics(), List.of(guidance), protocol, problem.initial(), problem.target())
                .get(0);
        LqgOde ode = new LqgOde(problem, t -> new double[] {t < 0.3 ? 0.5 - 5 * t : -1 + 4 * (t - 0.3) / 0.7});
        double[] middle = ode.backward(LqgOde.control(solution.at(1)), 1, 0.3);
        assertArrayEquals(LqgOde.control(solution.at(0.3)), middle, 1e-10);
        assertArrayEquals(LqgOde.control(solution.at(0)), ode.backward(middle, 0.3, 0), 1e-10);
        assertTrue(Math.abs(solution.at(0).offset()[0]) > 0.1, "the guidance matters");
        assertEquals(2, solution.at(1).mean()[0], 1e-12);
    }

    private static LqgSolution scalar(double a, double q, double mean, double deviation, Guidance guidance) {
        Protocol protocol = Protocol.free();
        Law target = Law.gaussian(new double[] {mean}, Covariance.standardDeviations(deviation));
        return LqgSolution.of(
                        (Dynamics.LinearQuadratic) Dynamics.linearQuadratic(a, q),
                        List.of(guidance),
                        protocol,
                        GaussianMixture.of(Law.point(0)),
                        GaussianMixture.of(target))
                .get(0);
    }
}
