package io.github.murmuration.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Games whose law stays Gaussian, N(m, s^2), with every kind of cost, against ordinary differential equations of m and s. */
@Tag("analytic")
class GaussianGameTest {
    private static final Law START = gaussian(0, 1);

    /** Of the target N(MEAN, VARIANCE). */
    private static final double MEAN = 1;

    private static final double VARIANCE = 0.5;
    private static final Law TARGET = gaussian(MEAN, Math.sqrt(VARIANCE));

    private static Law gaussian(double mean, double deviation) {
        return Law.gaussian(new double[] {mean}, Covariance.standardDeviations(new double[] {deviation}));
    }

    /**
     * Costs of N(m, s^2): ( (m' - a m)^2 + (s' - a s - D/s)^2 )/(2 g^2) + q (m^2 + s^2)/2 + fisher/s^2 + r KL + e E log rho, times e^(-delta t), with
     * D = sigma^2/2; at the end terminal KL + terminal-entropy E log rho.
     */
    private record Numbers(
            double a, double g, double sigma, double q, double fisher, double r, double e, double delta, double atEnd) {

        Game game() {
            Map<String, Double> numbers = Map.of(
                    "horizon", 1.0,
                    "fisher", fisher,
                    "running-reverse-kl", r,
                    "running-entropy", e,
                    "discount", delta,
                    "reverse-kl", 1.0,
                    "entropy", atEnd,
                    "cells", 160.0,
                    "steps", 8.0);
            Map<String, String> terms =
                    Map.of("drift", a + "*x", "gain", "" + g, "noise", "" + sigma, "running", q / 2 + "*x^2");
            return new Game(Model.GAME, TARGET, numbers, terms);
        }

        /** The derivative by m of what is paid on the way but for the control, and by s. */
        double byMean(double m) {
            return q * m + r * (m - MEAN) / VARIANCE;
        }

        double byDeviation(double s) {
            return q * s - 2 * fisher / (s * s * s) + r * (s / VARIANCE - 1 / s) - e / s;
        }

        double running(double m, double s) {
            return q * (m * m + s * s) / 2 + fisher / (s * s) + r * relative(m, s) + e * logDensity(s);
        }

        double terminal(double m, double s) {
            return relative(m, s) + atEnd * logDensity(s);
        }

        private static double relative(double m, double s) {
            double ratio = s * s / VARIANCE;
            return (ratio + (m - MEAN) * (m - MEAN) / VARIANCE - 1 - Math.log(ratio)) / 2;
        }

        /** E log rho. */
        private static double logDensity(double s) {
            return -Math.log(s) - 0.5 * Math.log(2 * Math.PI * Math.E);
        }

        /** m, its costate in units of the time, and what is paid for it so far, at T = 1; Lagrange's equations. */
        private double[] mean(double costate) {
            return integrated(
                    (t, y) -> new double[] {
                        a * y[0] + g * g * y[1],
                        delta * y[1] - a * y[1] + byMean(y[0]),
                        Math.exp(-delta * t) * (g * g * y[1] * y[1] / 2 + running(y[0], 1) - running(0, 1))
                    },
                    0,
                    costate);
        }

        /** The same of s, with what is paid at the mean 0. */
        private double[] deviation(double costate) {
            double diffusion = sigma * sigma / 2;
            return integrated(
                    (t, y) -> new double[] {
                        a * y[0] + diffusion / y[0] + g * g * y[1],
                        delta * y[1] + y[1] * (diffusion / (y[0] * y[0]) - a) + byDeviation(y[0]),
                        Math.exp(-delta * t) * (g * g * y[1] * y[1] / 2 + running(0, y[0]))
                    },
                    1,
                    costate);
        }

        private static double[] integrated(Rates rates, double start, double costate) {
            OrdinaryDifferentialEquation equations = new OrdinaryDifferentialEquation() {
                @Override
                public int getDimension() {
                    return 3;
                }

                @Override
                public double[] computeDerivatives(double t, double[] y) {
                    return rates.of(t, y);
                }
            };
            return new DormandPrince853Integrator(1e-8, 0.1, 1e-11, 1e-11)
                    .integrate(equations, new ODEState(0, new double[] {start, costate, 0}), 1)
                    .getPrimaryState();
        }

        /** m, s and J. */
        double[] solved() {
            double[] mean = mean(root(p -> {
                double[] end = mean(p);
                return end[1] + (end[0] - MEAN) / VARIANCE;
            }));
            double[] deviation = deviation(root(p -> {
                try {
                    double[] end = deviation(p);
                    return end[1] + end[0] / VARIANCE - (1 + atEnd) / end[0];
                } catch (MathRuntimeException collapsed) {
                    return -1e3;
                }
            }));
            double paid = mean[2] + deviation[2];
            return new double[] {mean[0], deviation[0], paid + Math.exp(-delta) * terminal(mean[0], deviation[0])};
        }

        private static double root(DoubleUnaryOperator missed) {
            return new BracketingNthOrderBrentSolver(1e-11, 5).solve(200, missed::applyAsDouble, -2, 3);
        }
    }

    @FunctionalInterface
    private interface Rates {
        double[] of(double t, double[] y);
    }

    static Stream<Arguments> games() {
        return Stream.of(
                Arguments.of("Fisher information", new Numbers(0, 1, 0, 0, 0.3, 0, 0, 0, 0)),
                Arguments.of("running relative entropy, discounted", new Numbers(0, 1, 0, 0, 0, 2, 0, 2, 0)),
                Arguments.of("entropies", new Numbers(0, 1, 0.7, 0.5, 0, 0, 0.4, 0, 0.3)),
                Arguments.of("all", new Numbers(-0.5, 0.8, 0.6, 0.7, 0.1, 0.3, 0.2, 0.4, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void costAndLawAreThoseOfLagrangesEquations(String name, Numbers numbers) {
        double[] exact = numbers.solved();
        Row row = Rows.of(numbers.game(), START);
        LineMoments moments = row.moments().orElseThrow();
        assertEquals(exact[2], row.optimalCost(), 3e-5, "J");
        assertEquals(exact[0], moments.mean().last(), 1e-4, "mean");
        assertEquals(exact[1] * exact[1], moments.variance().last(), 1e-4, "variance");
        assertTrue(row.optimalCostError() < 1e-3, "error " + row.optimalCostError());
    }

    /** Particles pay for their law along their way too: within 4.5 standard errors and a bias of the order of the step. */
    @Test
    @Tag("statistical")
    void particlesPayForTheLawThatTheyAreIn() {
        Numbers numbers = new Numbers(-0.5, 0.8, 0.6, 0.7, 0.1, 0.3, 0.2, 0.4, 0.1);
        Problem problem = Problem.of(scenario(numbers.game()));
        GuidanceResult result = new Simulation(problem, Backends.select("cpu"), 0, Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
        double error = result.game().orElseThrow().total().standardError();
        assertEquals(numbers.solved()[2], result.game().orElseThrow().total().value(), 4.5 * error + 0.01);
    }

    private static Scenario scenario(Game game) {
        return Scenario.builder()
                .name("gaussian")
                .dynamics(game)
                .initial(START)
                .agents(20_000)
                .steps(100)
                .output(new Output(100, 0, 0, 0))
                .build();
    }

    /** The Hamilton-Jacobi-Bellman equation with the variations of all these costs, but for the first order of the step. */
    @ParameterizedTest
    @MethodSource("games")
    @Tag("order")
    void residualFallsWithTheStep(String name, Numbers numbers) {
        Row row = Rows.of(numbers.game(), START);
        double coarse = OwnGameTest.residual(row, 4e-2);
        double fine = OwnGameTest.residual(row, 2e-2);
        assertTrue(fine < 0.2, () -> "residual " + fine);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.25);
    }

    /**
     * Noise that grows with the distance and a gain that falls with time: dX = (-X/2 + g v) dt + (0.25 + 0.25 X^2)^(1/2) dW with g = 1/(1 + t), at
     * v^2/2 + x^2/2, has U = p x^2/2 + w with -p' = 1 - p + p/4 - g^2 p^2, -w' = p/8, and S' = (-1 - 2 g^2 p + 1/4) S + 1/4.
     */
    @Test
    void noiseOfThePlaceAndGainOfTimeFollowTheirRiccatiEquation() {
        OrdinaryDifferentialEquation backwards = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public double[] computeDerivatives(double s, double[] y) {
                return new double[] {1 - 0.75 * y[0] - Math.pow(y[0] / (2 - s), 2), y[0] / 8};
            }
        };
        double[] start = new DormandPrince853Integrator(1e-8, 0.1, 1e-12, 1e-12)
                .integrate(backwards, new ODEState(0, new double[2]), 1)
                .getPrimaryState();
        Game game = new Game(
                Model.GAME,
                null,
                Map.of("horizon", 1.0, "steps", 4.0),
                Map.of("drift", "-x/2", "gain", "1/(1 + t)", "noise", "sqrt(0.25 + 0.25*x^2)", "running", "x^2/2"));
        Row row = Rows.of(game, START);
        assertEquals(start[0] / 2 + start[1], row.optimalCost(), 3e-5, "E X^2 = 1");
        assertEquals(
                start[0], row.value(new double[] {1.5}, 0) - row.value(new double[] {0.5}, 0), 2e-3, "U = p x^2/2 + w");
    }

    /** A gain and a noise that wave with the place: no closed form, but U satisfies its equation. */
    @Test
    @Tag("order")
    void residualOfWavingGainAndNoiseFallsWithTheStep() {
        Game game = new Game(
                Model.GAME,
                TARGET,
                Map.of("horizon", 1.0, "reverse-kl", 1.0),
                Map.of("gain", "1 + 0.3*sin(x)", "noise", "0.6 + 0.1*cos(x)"));
        Row row = Rows.of(game, START);
        double coarse = OwnGameTest.residual(row, 4e-2);
        double fine = OwnGameTest.residual(row, 2e-2);
        assertTrue(fine < 0.05, () -> "residual " + fine);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.25);
    }

    /** C = (sqrt(4 S0 S1 + 1) - 1)/2 = 0.207107, J = 5.205154, variance 0.666053 at half the time: the bridge N(0, 1) to N(3, 1/4). */
    @Test
    void bridgeIsThatOfTheSchroedingerSystem() {
        Game game = new Game(
                Model.GAME,
                gaussian(3, 0.5),
                Map.of("horizon", 1.0, "bridge", 1.0, "cells", 160.0, "steps", 4.0),
                Map.of("noise", "1"));
        Row row = Rows.of(game, START);
        LineMoments moments = row.moments().orElseThrow();
        assertEquals(5.205154, row.optimalCost(), 1e-4);
        assertEquals(0.666053, moments.variance().values()[2], 1e-4);
        assertEquals(3, moments.mean().last(), 1e-4);
        assertEquals(0.25, moments.variance().last(), 1e-4);
        assertEquals(0, row.terminalCost(new double[] {3}));
    }
}
