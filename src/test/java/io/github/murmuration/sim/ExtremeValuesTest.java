package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever number stands in whatever field, a run ends, or is refused or fails in one line: nothing else escapes. */
class ExtremeValuesTest {

    private static final List<String> VALUES = List.of(
            "1e-320", "1e-170", "1e-40", "-1e-40", "1e10", "-1e10", "1e16", "1e20", "1e39", "1e300", "-1e308", "0");

    private static final List<String> COMMON =
            List.of("time.steps", "population.agents", "output.moments-every", "output.paths", "output.histogram-bins");

    private static final String BRIDGE = """
            initial: {mixture: {weights: [0.5, 0.5], means: [[1, 0], [2, 1]], covariances: [[[1, 0.5], [0.5, 2]], [[1, 0], [0, 1]]]}}
            target: {mixture: {weights: [0.5, 0.5], means: [[1, 0], [2, 1]], standard-deviations: [[0.5, 1], [1, 1]]}}
            protocol: {breaks: [0, 0.5, 1], beta: [2, 1]}
            guidance: [mean-field, empirical, {custom: [[1, 2], [3, 4]]}]
            """;
    private static final String LINE = """
            initial: {gaussian: {mean: 1, standard-deviation: 1}}
            target: {gaussian: {mean: 0, standard-deviation: 0.5}}
            protocol: {breaks: 3, beta: {first: 2, ratio: 0.5}}
            time: {scheme: SCHEME}
            """;
    private static final String LQG = """
            model: lqg
            drift: {matrix: [[-1, 0.5], [0, 1]]}
            cost: {matrix: [[1, 0], [0, 2]]}
            initial: {gaussian: {mean: [1, 0], covariance: [[1, 0.5], [0.5, 2]]}}
            target: {gaussian: {mean: [0, 0], standard-deviation: [0.5, 1]}}
            guidance: [mean-field, zero, empirical]
            """;
    private static final String OU = """
            model: mean-field-ou
            initial: {gaussian: {mean: 1, standard-deviation: 1}}
            interaction: {relaxation: 1, coupling: 1, noise: 1, horizon: 2}
            """;
    private static final String DESAI_ZWANZIG = """
            model: desai-zwanzig
            initial: {point: 1}
            interaction: {coupling: 1, noise: 1, horizon: 2}
            """;
    private static final String KURAMOTO = """
            model: kuramoto
            initial: {gaussian: {mean: 1, standard-deviation: 1}}
            interaction: {coupling: 1, noise: 1, frequency-mean: 1, frequency-deviation: 1, horizon: 2}
            """;

    static Stream<Arguments> cases() {
        return Stream.of(
                        fields(
                                BRIDGE,
                                "initial.mixture.weights[0] initial.mixture.means[0][0] initial.mixture.covariances[0][0][0]",
                                "initial.mixture.covariances[1][1][1] target.mixture.weights[1] target.mixture.means[1][1]",
                                "target.mixture.standard-deviations[0][1] protocol.breaks[1] protocol.beta[0] protocol.beta[1]",
                                "guidance[2].custom[1][0] population.seed output.checkpoint-every"),
                        fields(
                                LINE.replace("SCHEME", "exact"),
                                "initial.gaussian.mean initial.gaussian.standard-deviation target.gaussian.mean protocol.beta",
                                "target.gaussian.standard-deviation protocol.breaks protocol.beta.first protocol.beta.ratio"),
                        fields(
                                LINE.replace("SCHEME", "posterior-mean"),
                                "initial.gaussian.mean initial.gaussian.standard-deviation target.gaussian.mean protocol.beta",
                                "target.gaussian.standard-deviation protocol.beta.first protocol.beta.ratio"),
                        fields(
                                LQG,
                                "drift.matrix drift.matrix[0][0] drift.matrix[0][1] cost.matrix cost.matrix[1][1]",
                                "initial.gaussian.mean[0] initial.gaussian.covariance[0][0] initial.gaussian.covariance[1][1]",
                                "target.gaussian.mean[0] target.gaussian.standard-deviation[0] target.gaussian.standard-deviation"),
                        fields(
                                OU,
                                "initial.gaussian.mean initial.gaussian.standard-deviation interaction.relaxation",
                                "interaction.coupling interaction.noise interaction.horizon"),
                        fields(
                                DESAI_ZWANZIG,
                                "initial.point interaction.coupling interaction.noise interaction.horizon"),
                        fields(
                                KURAMOTO,
                                "initial.gaussian.mean initial.gaussian.standard-deviation interaction.coupling interaction.noise",
                                "interaction.frequency-mean interaction.frequency-deviation interaction.horizon"))
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> fields(String yaml, String... own) {
        Stream<String> fields =
                Stream.concat(COMMON.stream(), Arrays.stream(own).flatMap(line -> Stream.of(line.split(" "))));
        return fields.map(field -> Arguments.of(yaml, field));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberIsAcceptedOrRefused(String yaml, String field) {
        for (String value : VALUES) {
            try {
                run(yaml, field, value);
            } catch (ScenarioException | HeapException | FailedRun | UnavailableException e) {
                assertFalse(e.getMessage().contains("\n"), e.getMessage());
                assertTrue(e.getMessage().contains(";"), field + "=" + value + ": " + e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(field + "=" + value, e);
            }
        }
    }

    private static void run(String yaml, String field, String value) {
        Map<String, String> change = Map.of(field, value);
        String text = yaml + (yaml.contains("time:") ? "" : "time: {steps: 6}\n")
                + "population: {agents: 20}\noutput: {paths: 2}\n";
        Scenario scenario = ScenarioReader.parse(
                        "my.yaml", text.replace("{scheme", "{steps: 6, scheme"), Path.of(""), change)
                .scenario();
        MemoryNeed.checkRun(scenario);
        Problem problem = Problem.of(scenario);
        new Simulation(problem, Backends.select("cpu-scalar"), 1, Progress.NONE, Path.of("target")).run();
        ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), Crew.of(1));
    }
}
