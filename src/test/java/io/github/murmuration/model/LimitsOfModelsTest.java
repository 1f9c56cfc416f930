package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.limit.Atoms;
import io.github.murmuration.limit.Boundary;
import io.github.murmuration.limit.Equation;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Written models against limit laws and closed forms of infinitely many agents. */
class LimitsOfModelsTest {

    /**
     * Lorentzian frequencies of width g = 1/2 about 0, coupling K = 2, all phases 0 at first (Ott, Antonsen 2008):
     * r^-2 = A + (1 - A) e^(-(K - 2 g) t), A = K / (K - 2 g).
     */
    @ParameterizedTest
    @ValueSource(strings = {"cpu", "cpu-scalar"})
    @Tag("analytic")
    @Tag("statistical")
    void lorentzianOscillatorsSynchronise(String backend) {
        int agents = backend.equals("cpu") ? 100_000 : 10_000;
        double[] order = Runs.run(
                        Runs.bundled(
                                "active-rotators",
                                "dynamics.marks={drawn: {cauchy: {location: 0, scale: 0.5}}}",
                                "dynamics.parameters.omega=0",
                                "dynamics.parameters.barrier=0",
                                "dynamics.parameters.noise=0",
                                "dynamics.drift.phi=drawn + coupling*(sine*cos(phi) - cosine*sin(phi))",
                                "dynamics.horizon=5",
                                "initial={point: 0}",
                                "population.agents=" + agents,
                                "time.steps=500"),
                        backend)
                .observed()
                .get("order");
        // the mean of cosines of deviation below 0.5; the coupling amplifies it by at most 2
        double error = 4.5 * 2 * 0.5 / Math.sqrt(agents);
        for (int k = 0; k <= 500; k += 20) {
            assertEquals(Math.pow(2 - Math.exp(-k * 0.01), -0.5), order[k], error + 0.003, "at step " + k);
        }
        assertEquals(0.78275, order[100], error + 0.003);
        assertEquals(0.70830, order[500], error + 0.003);
    }

    private static final String UNIFORM = """
            model: custom
            dynamics:
              state: [theta]
              marks: {omega: {uniform: [-1, 1]}}
              means: {c: cos(theta), s: sin(theta)}
              drift:
                theta: omega + 2*(s*cos(theta) - c*sin(theta))
              boundary: {theta: {periodic: [-pi, pi]}}
              horizon: 15
            observe: {order: sqrt(c^2 + s^2)}
            initial: {point: 0}
            time: {steps: 600}
            """;

    /** Uniform frequencies on [-1, 1], K = 2: all lock, r = E (1 - (omega/(K r))^2)^(1/2) = 0.95189. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void uniformFrequenciesLock() {
        int agents = 20_000;
        GuidanceResult result = Runs.run(Runs.written(UNIFORM, "population.agents=" + agents), "cpu");
        double r = Runs.last(result, "order");
        // (1 - (omega/(K r))^2)^(1/2) has a deviation of 0.045, of which r has at most twice
        assertEquals(0.95189, r, 4.5 * 2 * 0.045 / Math.sqrt(agents));
    }

    /** Mean of all times, and the Gamma law of shape 4 and scale 1/4 in the end. */
    @Test
    @Tag("analytic")
    void theLimitOfTheRatesIsTheGammaLaw() {
        Equation rates = new OfMeans() {
            @Override
            public double drift(double t, double x, double theta, double[] means) {
                return 1 - x + means[0] - x;
            }

            @Override
            public double noise(double t, double x, double theta, double[] means) {
                return Math.sqrt(x);
            }
        };
        double[] times = {0.5, 1, 2, 8};
        LimitLaw law = LimitLaw.of(
                rates, gaussian(2, 0.3), Atoms.point(0), Boundary.reflecting(0, Double.POSITIVE_INFINITY), 8, times);
        for (int i = 0; i < times.length; i++) {
            assertEquals(1 + Math.exp(-times[i]), law.mean().values()[i], 1e-4);
        }
        assertEquals(0.25, law.variance().values()[3], 1e-3);
        GammaDistribution gamma = new GammaDistribution(4, 0.25);
        double[] points = law.density().orElseThrow().points();
        for (int i = 0; i < points.length; i++) {
            assertEquals(gamma.density(points[i]), law.density().orElseThrow().values()[3][i], 2e-3);
        }
    }

    /** Rotators that rest, fire and pull on each other: the order and the angle of the law of infinitely many, in a burst and after. */
    @Test
    @Tag("analytic")
    @Tag("statistical")
    void rotatorsFollowTheirLimit() {
        int agents = 20_000;
        Equation rotators = new OfMeans() {
            @Override
            public int features() {
                return 2;
            }

            @Override
            public double drift(double t, double x, double theta, double[] means) {
                return 0.95 - Math.sin(x) + 2 * (means[1] * Math.cos(x) - means[0] * Math.sin(x));
            }

            @Override
            public double noise(double t, double x, double theta, double[] means) {
                return 0.6;
            }

            @Override
            public void features(double t, double x, double theta, double[] into) {
                into[0] = Math.cos(x);
                into[1] = Math.sin(x);
            }
        };
        double[] times = {1, 2, 4};
        LimitLaw law =
                LimitLaw.of(rotators, gaussian(0, 1), Atoms.point(0), Boundary.periodic(-Math.PI, Math.PI), 4, times);
        GuidanceResult result = Runs.run(
                Runs.bundled(
                        "active-rotators", "dynamics.horizon=4", "population.agents=" + agents, "time={steps: 800}"),
                "cpu");
        for (int i = 0; i < times.length; i++) {
            int k = (int) (times[i] * 200);
            double cosine = law.means().get(0).values()[i];
            double sine = law.means().get(1).values()[i];
            // cosines of deviation below 0.7, and the step
            double error = 4.5 * 0.7 / Math.sqrt(agents) + 0.003;
            assertEquals(Math.hypot(cosine, sine), result.observed().get("order")[k], error);
            assertEquals(Math.atan2(sine, cosine), result.observed().get("angle")[k], error);
        }
        assertTrue(Math.abs(result.observed().get("angle")[800]) > 0.5, "they have left the start");
    }

    private static GaussianMixture gaussian(double mean, double deviation) {
        return new GaussianMixture(
                new double[] {1}, new double[][] {{mean}}, new double[][] {{deviation * deviation}}, null);
    }

    /** Whose feature is the coordinate, and that costs nothing. */
    private abstract static class OfMeans implements Equation {

        @Override
        public int features() {
            return 1;
        }

        @Override
        public void features(double t, double x, double theta, double[] into) {
            into[0] = x;
        }

        @Override
        public double cost(double t, double x, double theta, double[] means) {
            return 0;
        }
    }
}
