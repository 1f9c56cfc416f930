package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.SensitivitySeries;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sensitivities of nonlinear models beside differences of runs on the same noise: central ones at two distances, extrapolated, so that
 * their error is of the fourth order in a change of the parameter by a hundredth; rounding of float32 states is some 1e-5 of it.
 */
@Tag("analytic")
class DifferencesTest {

    private static final double DISTANCE = 0.01;

    /** What differences err by where agents lie on either side of a kink: its slope times those agents. */
    private static final double KINKS = 5e-4;

    private static final String WELLS = """
            model: custom
            dynamics:
              state: [x]
              parameters: {coupling: 0.8, sigma: 0.4, twice: 2*sigma}
              drift: {x: x - x^3 + coupling*(mean(x) - x)}
              noise: {x: twice}
              cost: 0.5*coupling*(x - mean(x))^2 + tanh(sigma*x)
              horizon: 2
            observe:
              spread: variance(x)
              flat: mean(x^4)/variance(x)^2
              lowest: {running-min: spread}
            initial: {gaussian: {mean: 0.3, standard-deviation: 0.5}}
            """;

    private static final String PHASES = """
            model: custom
            dynamics:
              state: [theta]
              marks:
                omega: {gaussian: {mean: 0, standard-deviation: 0.5}}
              parameters: {coupling: 1.5, sigma: 0.3}
              means: {c: cos(theta), s: sin(theta)}
              drift: {theta: omega + coupling*(s*cos(theta) - c*sin(theta)) + 0.4*cos(theta + 1)}
              noise: {theta: sigma}
              boundary: {theta: {periodic: [0, 2*pi]}}
              cost: 1 - cos(theta)
              horizon: 2
            observe: {order: sqrt(c^2 + s^2)}
            initial: {gaussian: {mean: 6, standard-deviation: 0.7}}
            """;

    /** Means over labels, averages of products, noise that the population shares, a boundary. */
    private static final String SPECIES = """
            model: custom
            dynamics:
              state: [x, y, free]
              parameters: {pull: 0.7, sigma: 0.5, level: 1.1}
              drift:
                x: pull*(mean(x, 2) - x) - 0.2*covariance(x, y)*x
                y: "where(label == 1, -y, pull*sin(x)) + min(x, pull*y) + abs(level - x)/(1 + y^2)"
                free: -level*free
              noise: {x: sigma*sqrt(x), y: "sigma*atan2(y, 2)"}
              common-noise: {y: 0.3*mean(x)*sigma}
              boundary: {x: {reflecting: [0, none]}}
              cost: max(x, y)*pull
              horizon: 1
            observe: {both: "covariance(x, y) + mean(y, 1)*exp(-pull*t)"}
            initial: {mixture: {weights: [0.4, 0.6], means: [[1, 0, 1], [2, 1, 1]], standard-deviations: [[0.3, 0.5, 0.1], [0.2, 0.4, 0.1]]}}
            """;

    private static final String NOISY = """
            model: custom
            dynamics:
              state: [x]
              parameters: {kappa: 1.2, sigma: 0.6, power: 1.5}
              drift: {x: kappa*(1 - x) + 0.3*(variance(x) - x^power)}
              noise: {x: sigma*sqrt(0.2 + x^2)}
              cost: x^2
              horizon: 1
            observe: {m: mean(exp(-kappa*x))}
            initial: {gaussian: {mean: 2, standard-deviation: 0.1}}
            """;

    private static final String PENDULA = """
            model: custom
            dynamics:
              state: [q, v]
              parameters: {stiff: 2, friction: 0.8, sigma: 0.5}
              drift:
                q: v
                v: -stiff*sin(q) - friction*(1 + 0.1*q^2)*v + 0.5*(mean(q) - q)
              noise: {v: sigma*sqrt(friction)}
              common-noise: {v: 0.1*mean(v)}
              cost: 0.5*v^2 - stiff*cos(q)
              horizon: 2
            observe: {heat: variance(v)}
            initial: {gaussian: {mean: [1, 0], standard-deviation: [0.3, 0.3]}}
            """;

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("wells", WELLS, "euler-maruyama", List.of("coupling", "sigma")),
                Arguments.of("wells", WELLS, "tamed-euler", List.of("coupling", "sigma")),
                Arguments.of("wells", WELLS, "heun", List.of("coupling", "sigma")),
                Arguments.of("phases", PHASES, "euler-maruyama", List.of("coupling", "sigma")),
                Arguments.of("phases", PHASES, "heun", List.of("coupling", "sigma")),
                Arguments.of("species", SPECIES, "euler-maruyama", List.of("pull", "sigma", "level")),
                Arguments.of("noisy", NOISY, "milstein", List.of("kappa", "sigma", "power")),
                Arguments.of("noisy", NOISY, "tamed-euler", List.of("kappa", "sigma", "power")),
                Arguments.of("pendula", PENDULA, "baoab", List.of("stiff", "friction", "sigma")),
                Arguments.of("pendula", PENDULA, "heun", List.of("stiff", "friction", "sigma")));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("models")
    void sensitivitiesAreLimitsOfDifferences(String name, String yaml, String scheme, List<String> parameters) {
        Scenario scenario = Runs.written(
                yaml + "population: {agents: 3000, seed: 5}\n",
                "time={steps: 50, scheme: " + scheme + "}",
                "output.paths=0",
                "output.histogram-bins=0");
        Scenario differentiated = scenario.toBuilder()
                .output(scenario.output().sensitivities(parameters))
                .build();
        GuidanceResult result = Runs.run(differentiated, "cpu");
        List<String> coordinates = ((CustomModel) scenario.dynamics()).state();
        for (String parameter : parameters) {
            GuidanceResult[] moved = new GuidanceResult[4];
            double p = value(scenario, parameter);
            for (int i = 0; i < moved.length; i++) {
                double factor = 1 + DISTANCE * new double[] {-2, -1, 1, 2}[i];
                moved[i] = Runs.run(with(scenario, parameter, p * factor), "cpu");
            }
            for (SensitivitySeries one : result.sensitivities()) {
                if (one.parameter().equals(parameter)) {
                    check(name, coordinates, one, moved, p * DISTANCE);
                }
            }
        }
    }

    private static void check(
            String name, List<String> coordinates, SensitivitySeries one, GuidanceResult[] moved, double distance) {
        int last = one.values().length - 1;
        for (int k : one.quantity().equals("cost") ? new int[] {last} : new int[] {last / 3, last}) {
            double[] at = new double[4];
            for (int i = 0; i < at.length; i++) {
                at[i] = quantity(moved[i], coordinates, one.quantity(), k);
            }
            double near = (at[2] - at[1]) / (2 * distance);
            double far = (at[3] - at[0]) / (4 * distance);
            double difference = (4 * near - far) / 3;
            double size = Math.abs(difference);
            double error = name.equals("species") ? KINKS * (1 + size) : 1e-5 + 3e-5 * size;
            assertEquals(difference, one.values()[k], error, one.quantity() + " by " + one.parameter());
        }
    }

    private static double value(Scenario scenario, String parameter) {
        CustomModel model = (CustomModel) scenario.dynamics();
        return ((Parameter.Formula) model.parameters().get(parameter))
                .expression()
                .value(none -> Double.NaN);
    }

    private static Scenario with(Scenario scenario, String parameter, double value) {
        CustomModel model = (CustomModel) scenario.dynamics();
        return scenario.toBuilder()
                .dynamics(model.with(model.horizon(), Map.of(parameter, value)))
                .build();
    }

    private static double quantity(GuidanceResult result, List<String> coordinates, String name, int k) {
        if (name.startsWith("mean_")) {
            return result.moments().mean()[k][coordinates.indexOf(name.substring("mean_".length()))];
        }
        return name.equals("cost") ? result.energy().value() : result.observed().get(name)[k];
    }
}
