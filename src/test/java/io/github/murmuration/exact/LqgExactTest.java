package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Energies of the linear-quadratic regulator. */
@Tag("analytic")
class LqgExactTest {

    private static final Crew<Object> CREW = Crew.of(2);

    /** Six decimals of an independent program; and the differential equations at 1e-12, with S in the scalar closed form. */
    @ParameterizedTest
    @CsvSource({
        "thermostatic-load, 0.6, 12, 2, 0.25, 7.603720, 10.468803, 10.810881",
        "thermostatic-load-mild, 1, 1, 1, 0.36, 2.338163, 2.352577, 2.358341"
    })
    void thermostaticLoads(
            String name, double kappa, double q, double mean, double variance, double mf, double zero, double target) {
        List<ExactResult> results = bundled(name);
        double[] reference = {mf, zero, target};
        ScalarOde ode = new ScalarOde(kappa, q, mean, variance);
        double[] integrated = {ode.meanFieldEnergy(), ode.energy(0), ode.energy(mean)};
        for (int g = 0; g < 3; g++) {
            assertEquals(reference[g], results.get(g).energy(), 5e-7);
            assertEquals(integrated[g], results.get(g).energy(), 1e-9);
            assertEquals(mean, results.get(g).terminalMean()[0], 1e-12);
            assertEquals(variance, results.get(g).terminalCovariance()[0][0], 1e-12);
        }
    }

    private static List<ExactResult> bundled(String name) {
        Scenario scenario = ScenarioReader.read(name).scenario();
        return solve(
                (Dynamics.LinearQuadratic) scenario.dynamics(),
                scenario.guidance(),
                scenario.protocol(),
                GaussianMixture.of(scenario.initial()),
                GaussianMixture.of(scenario.target()));
    }

    private static List<ExactResult> solve(
            Dynamics.LinearQuadratic dynamics,
            List<Guidance> guidances,
            Protocol protocol,
            GaussianMixture initial,
            GaussianMixture target) {
        List<ExactResult> results = new ArrayList<>();
        for (LqgSolution solution : LqgSolution.of(dynamics, guidances, protocol, initial, target)) {
            results.add(LqgExact.of(solution, initial, target, CREW));
        }
        return results;
    }

    /** A = 0, Q = beta I from a point is the guided bridge of constant stiffness with guidance linear in time. */
    @Test
    void agreesWithTheGuidedBridgeFromAPoint() {
        double beta = 9;
        Law initial = Law.point(1, -2);
        Law target = Law.gaussian(new double[] {0.5, 3}, Covariance.full(new double[][] {{0.3, 0.1}, {0.1, 0.2}}));
        GaussianMixture from = GaussianMixture.of(initial);
        GaussianMixture to = GaussianMixture.of(target);
        Protocol protocol = Protocol.equalIntervals(beta).with(GuidanceShape.PIECEWISE_LINEAR);
        List<Guidance> guidances = List.of(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean());
        Dynamics.LinearQuadratic dynamics =
                new Dynamics.LinearQuadratic(new double[2][2], new double[][] {{beta, 0}, {0, beta}});
        List<ExactResult> results = solve(dynamics, guidances, protocol, from, to);
        for (int g = 0; g < 3; g++) {
            GuidancePath path = GuidancePath.of(guidances.get(g), protocol, from.mean(), to.mean());
            assertSame(ExactSolution.of(protocol, path, from, to, CREW), results.get(g));
        }
    }

    private static void assertSame(ExactResult bridge, ExactResult lqg) {
        assertEquals(bridge.energy(), lqg.energy(), 1e-8);
        assertEquals(bridge.times().length, lqg.times().length);
        for (int k = 0; k < bridge.times().length; k++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(bridge.mean()[k][j], lqg.mean()[k][j], 1e-10);
                assertEquals(bridge.variance()[k][j], lqg.variance()[k][j], 1e-10);
                assertEquals(bridge.power()[k][j], lqg.power()[k][j], 1e-8 * bridge.power()[k][j] + 1e-8);
            }
        }
    }

    /** The scalar problem from 0: S by hand, s by shooting, the rest by a Runge-Kutta method of order 8. */
    private record ScalarOde(double kappa, double q, double mean, double variance) {

        /** State: (m, variance, s, int E u^2). */
        private double[] integrate(double nu, double s0) {
            return run(new double[] {0, 0, s0, 0}, (t, y) -> {
                double s = riccati(t);
                double control = -s * y[0] - y[2];
                return new double[] {
                    -kappa * y[0] + control,
                    1 - 2 * (kappa + s) * y[1],
                    q * nu + (kappa + s) * y[2],
                    control * control + s * s * y[1]
                };
            });
        }

        /** The s_0 that leads to the target mean: m(1) is affine in it. */
        double energy(double nu) {
            double at0 = integrate(nu, 0)[0];
            double at1 = integrate(nu, 1)[0];
            return integrate(nu, (mean - at0) / (at1 - at0))[3];
        }

        /** E u = v_0 exp(kappa t) moves the mean along sinh(kappa t). */
        double meanFieldEnergy() {
            double v0 = mean * kappa / Math.sinh(kappa);
            return run(new double[] {0, 0, 0, 0}, (t, y) -> {
                double s = riccati(t);
                double control = v0 * Math.exp(kappa * t);
                return new double[] {0, 1 - 2 * (kappa + s) * y[1], 0, control * control + s * s * y[1]};
            })[3];
        }

        /** S_t = -kappa + Delta (1 + rho E)/(1 - rho E). */
        private double riccati(double t) {
            double delta = Math.sqrt(kappa * kappa + q);
            double r0 = Math.exp(-2 * delta);
            double rho = (2 * delta * variance + r0 - 1) / (2 * delta * variance * r0 + r0 - 1);
            double e = Math.exp(2 * delta * (t - 1));
            return -kappa + delta * (1 + rho * e) / (1 - rho * e);
        }

        private interface Slope {
            double[] at(double t, double[] y);
        }

        private static double[] run(double[] state, Slope slope) {
            var solver = new DormandPrince853Integrator(1e-12, 0.05, 1e-13, 1e-13);
            OrdinaryDifferentialEquation system = new OrdinaryDifferentialEquation() {
                @Override
                public int getDimension() {
                    return 4;
                }

                @Override
                public double[] computeDerivatives(double t, double[] y) {
                    return slope.at(t, y);
                }
            };
            return solver.integrate(system, new ODEState(0, state), 1).getPrimaryState();
        }
    }
}
