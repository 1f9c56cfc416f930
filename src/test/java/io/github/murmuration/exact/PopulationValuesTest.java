package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.limit.Density;
import io.github.murmuration.limit.Series;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationValuesTest {

    private static final String START = "initial: {gaussian: {mean: 2, standard-deviation: 1}}\n"
            + "population: {agents: 10, seed: 1}\ntime: {steps: 10}\n";

    private static final String ORNSTEIN_UHLENBECK = "state: [x]\n"
            + "  parameters: {a: 0.5, b: 1.5, sigma: 0.3}\n"
            + "  drift: {x: \"-a*x + b*(mean(x) - x)\"}\n"
            + "  noise: {x: sigma}\n"
            + "  horizon: 4";

    /** Moments in closed form: mathematics.md, section 8; those of the limit have no 1/N. */
    @Test
    void theOrnsteinUhlenbeckModelHasItsMoments() {
        PopulationValues values = of(ORNSTEIN_UHLENBECK);
        Dynamics.MeanFieldOu dynamics = new Dynamics.MeanFieldOu(0.5, 1.5, 0.3, 4);
        MeanFieldOuMoments few = MeanFieldOuMoments.at(dynamics, 4, 10, 2, 1);
        LinearMoments expected = values.expected().orElseThrow();
        assertEquals(few.mean(), expected.terminalMean()[0], 1e-10);
        assertEquals(few.varianceOfMean(), expected.terminalVarianceOfMean()[0], 1e-11);
        assertEquals(few.spread(), expected.terminalSpread()[0], 1e-11);
        MeanFieldOuMoments many = MeanFieldOuMoments.at(dynamics, 4, Long.MAX_VALUE, 2, 1);
        assertMeets(many.mean(), values.limit().orElseThrow().mean(), 2e-5);
        assertMeets(many.spread(), values.limit().orElseThrow().variance(), 1e-5);
    }

    /** dX = (theta - X + mean(X) - X) dt + sigma sqrt(X) dW tends to the Gamma law of shape 4 / sigma^2 and scale sigma^2 / 4. */
    @Test
    void theSquareRootModelTendsToItsGammaLaw() {
        PopulationValues values = of("state: [x]\n"
                + "  drift: {x: \"(1 - x) + (mean(x) - x)\"}\n"
                + "  noise: {x: \"0.8*sqrt(x)\"}\n"
                + "  boundary: {x: {reflecting: [0, none]}}\n"
                + "  cost: (x - mean(x))^2\n"
                + "  horizon: 20\n"
                + "observe: {second: mean(x^2), spread: variance(x)}");
        assertMeets(1, values.limit().orElseThrow().mean(), 1e-5);
        assertMeets(0.16, values.limit().orElseThrow().variance(), 1e-4);
        assertMeets(1.16, values.observed().get("second"), 1e-4);
        assertMeets(0.16, values.observed().get("spread"), 1e-4);
        Density density = values.limit().orElseThrow().density().orElseThrow();
        double[] last = density.values()[density.values().length - 1];
        for (int i = 0; i < last.length; i++) {
            double x = density.points()[i];
            // Gamma(6.25) = 184.86096222719826, by Python's math.gamma
            double gamma = Math.pow(x, 5.25) * Math.exp(-x / 0.16) / Math.pow(0.16, 6.25) / 184.86096222719826;
            assertEquals(gamma, last[i], 2e-3, "at " + x);
        }
    }

    /** Sakaguchi's stationary order parameter, which is reached to 1e-5 at t = 20. */
    @Tag("slow")
    @Test
    void oscillatorsOfManyFrequenciesTendToTheirOrder() {
        PopulationValues values = of("state: [theta]\n"
                + "  marks: {omega: {gaussian: {mean: 0, standard-deviation: 0.5}}}\n"
                + "  means: {c: cos(theta), s: sin(theta)}\n"
                + "  drift: {theta: omega + 2*(s*cos(theta) - c*sin(theta))}\n"
                + "  noise: {theta: 1}\n"
                + "  boundary: {theta: {periodic: [-pi, pi]}}\n"
                + "  horizon: 20\n"
                + "observe: {order: sqrt(c^2 + s^2)}");
        double order = KuramotoLaw.orderParameter(new Dynamics.Kuramoto(2, 1, 0, 0.5, 20));
        assertMeets(order, values.observed().get("order"), 1e-4);
    }

    /** Without noise, from phases that are all 0: r(t)^-2 = 2 - e^-t for Cauchy frequencies of scale 1/2 at the coupling 2. */
    @Test
    void oscillatorsWithoutNoiseLoseTheirOrderAsOttAndAntonsenFound() {
        PopulationValues values = of(
                "state: [theta]\n"
                        + "  marks: {omega: {cauchy: {location: 0, scale: 0.5}}}\n"
                        + "  means: {c: cos(theta), s: sin(theta)}\n"
                        + "  drift: {theta: omega + 2*(s*cos(theta) - c*sin(theta))}\n"
                        + "  boundary: {theta: {periodic: [-pi, pi]}}\n"
                        + "  horizon: 1\n"
                        + "observe: {order: sqrt(c^2 + s^2)}",
                "initial: {point: [0]}\npopulation: {agents: 10, seed: 1}\ntime: {steps: 10}\n");
        assertMeets(1 / Math.sqrt(2 - Math.exp(-1)), values.observed().get("order"), 2e-3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state: [x, v]\\n  drift: {x: v, v: -x}\\n  horizon: 1 | one coordinate",
                "state: [x]\\n  drift: {x: -x}\\n  common-noise: {x: 1}\\n  horizon: 1 | share",
                "state: [x]\\n  drift: {x: x^3}\\n  horizon: 10 | no value",
                "state: [x]\\n  marks: {m: {uniform: [0, 1]}, n: {uniform: [0, 1]}}\\n  drift: {x: m - n}\\n  horizon: 1 | one mark"
            })
    void whereThereIsNoLimitTheReasonIsGiven(String dynamics, String reason) {
        PopulationValues values = of(dynamics.replace("\\n", "\n"));
        assertTrue(values.limit().isEmpty());
        assertTrue(values.obstacle().contains(reason), values.obstacle());
    }

    /**
     * Springs with friction, a drive in steps, marks and noise of both kinds: x' = v, v' = -x - v + mean(v)/2 + f(t) + theta. By hand:
     * with A + B and A the moments are those of two linear systems, and E M at t = 2 follows from the exponential of the first, of which
     * the eigenvalues are -1/4 +- i sqrt(15)/4.
     */
    @Test
    void aLinearModelInTwoCoordinatesHasItsMean() {
        PopulationValues values = of(
                "state: [x, v]\n"
                        + "  marks: {theta: {uniform: [0, 2]}}\n"
                        + "  parameters: {f: {steps: {times: [0, 1], values: [1, -1]}}}\n"
                        + "  drift: {x: v, v: -x - v + mean(v)/2 + f + theta}\n"
                        + "  noise: {v: 0.5}\n"
                        + "  common-noise: {v: 0.2}\n"
                        + "  horizon: 2\n",
                "initial: {gaussian: {mean: [1, 0], standard-deviation: [0.5, 0.2]}}\n"
                        + "population: {agents: 10, seed: 1}\ntime: {steps: 10}\n");
        double[] middle = driven(1, 0, 2);
        double[] end = driven(middle[0], middle[1], 0);
        assertEquals(end[0], values.expected().orElseThrow().terminalMean()[0], 1e-9);
        assertEquals(end[1], values.expected().orElseThrow().terminalMean()[1], 1e-9);
    }

    /** The solution of x' = v, v' = -x - v/2 + force after unit time. */
    private static double[] driven(double x, double v, double force) {
        double w = Math.sqrt(15) / 4;
        double decay = Math.exp(-0.25);
        double a = x - force;
        double b = (v + a / 4) / w;
        double c = Math.cos(w);
        double s = Math.sin(w);
        return new double[] {force + decay * (a * c + b * s), decay * (-(a * c + b * s) / 4 + w * (b * c - a * s))};
    }

    /** Within the bound, and about the error that it states of itself. */
    private static void assertMeets(double exact, Series series, double bound) {
        int last = series.values().length - 1;
        double off = Math.abs(exact - series.values()[last]);
        assertTrue(off <= bound, exact + " is not " + series.values()[last]);
        assertTrue(off <= 3 * series.errors()[last] + 1e-7, off + " is more than " + series.errors()[last]);
        assertTrue(series.errors()[last] <= 3 * bound, "error " + series.errors()[last]);
    }

    private static PopulationValues of(String dynamics) {
        return of(
                dynamics,
                dynamics.contains("[x, v]")
                        ? START.replace("mean: 2, standard-deviation: 1", "mean: [2, 0], standard-deviation: [1, 1]")
                        : START);
    }

    private static PopulationValues of(String dynamics, String start) {
        Scenario scenario = ScenarioReader.parse(
                        "test",
                        "name: test\nmodel: custom\ndynamics:\n  " + dynamics + "\n" + start,
                        Path.of("."),
                        Map.of())
                .scenario();
        return PopulationValues.of(scenario, GaussianMixture.of(scenario.initial()));
    }
}
