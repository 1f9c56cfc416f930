package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario written in Java. */
class ScenarioBuilderTest {

    @Test
    void sameAsTheBundledFile() {
        Scenario scenario = Scenario.builder()
                .name("demand-response")
                .initial(Law.mixture(new double[] {0.6, 0.4}, new double[] {1.6, 5.5}, new double[] {0.5, 0.7}))
                .target(Law.mixture(new double[] {0.6, 0.4}, new double[] {0.1, 1.5}, new double[] {0.2, 0.3}))
                .protocol(Protocol.geometric(8, 12, 0.65))
                .guidance(new Guidance.MeanField(), new Guidance.Zero(), new Guidance.TargetMean())
                .build();
        assertSame(ScenarioReader.read("demand-response").scenario(), scenario);
    }

    @Test
    void sameDefaultsAsAFile() {
        Scenario read = BaseScenario.read("- model\n- protocol\n- guidance\n- population\n- time\n- output");
        Scenario built = Scenario.builder()
                .name("base")
                .initial(read.initial())
                .target(Law.gaussian(new double[] {0.5}, Covariance.standardDeviations(0.2)))
                .build();
        assertSame(read, built);
    }

    @Test
    void everySetterIsKept() {
        Scenario built = Scenario.builder()
                .name("base")
                .initial(Law.point(1, 2))
                .target(Law.samples(new double[][] {{1, 2}, {3, 4}}))
                .protocol(Protocol.equalIntervals(3, 4).with(GuidanceShape.PIECEWISE_LINEAR))
                .guidance(new Guidance.Custom(new double[][] {{1, 2}, {3, 4}, {5, 6}}))
                .agents(7)
                .seed(-8)
                .steps(9)
                .scheme(Scheme.EXACT)
                .output(new Output(2, 3, 4, 5))
                .build();
        Scenario read = BaseScenario.read("""
                initial: {point: [1, 2]}
                target: {patterns: [[1, 2], [3, 4]]}
                protocol: {beta: [3, 4], guidance-shape: piecewise-linear}
                guidance: [{custom: [[1, 2], [3, 4], [5, 6]]}]
                population: {agents: 7, seed: -8}
                time: {steps: 9, scheme: exact}
                output: {moments-every: 2, paths: 3, histogram-bins: 4, checkpoint-every: 5}
                """);
        assertSame(read, built);
        assertSame(read, read.toBuilder().build());
    }

    static Stream<Arguments> refusals() {
        double[] two = {0, 0};
        Covariance one = Covariance.standardDeviations(1);
        return Stream.of(
                refusal(
                        "initial: missing; give one of point, gaussian, mixture, samples",
                        () -> Scenario.builder().build()),
                refusal(
                        "target: a point is not accepted; give a law that has a density, or patterns",
                        () -> Scenario.builder()
                                .initial(Law.point(0))
                                .target(Law.point(0))
                                .build()),
                refusal(
                        "population.agents: 0 is not accepted; give a whole number of at least 1",
                        () -> Scenario.builder().agents(0)),
                refusal(
                        "time.steps: -1 is not accepted; give a whole number of at least 1",
                        () -> Scenario.builder().steps(-1)),
                refusal("at[1]: NaN is not accepted; give a finite number", () -> Law.point(0, Double.NaN)),
                refusal(
                        "rows[0][0]: Infinity is not accepted; give a finite number",
                        () -> Law.samples(new double[][] {{Double.POSITIVE_INFINITY}})),
                refusal(
                        "standard-deviation: dimension 1 is not accepted; give 2, as mean has",
                        () -> Law.gaussian(two, one)),
                refusal(
                        "standard-deviations[0]: -1 is not accepted; give a number >= 0",
                        () -> Covariance.standardDeviations(-1)),
                refusal(
                        "standard-deviation: -1 is not accepted; give a number >= 0",
                        () -> Covariance.isotropic(2, -1)),
                refusal(
                        "covariance[0][1]: 1 is not accepted; give 2, as [1][0] has",
                        () -> Covariance.full(new double[][] {{3, 1}, {2, 3}})),
                refusal(
                        "standard-deviations[1]: NaN is not accepted; give a finite number",
                        () -> Law.mixture(new double[] {1, 1}, two, new double[] {1, Double.NaN})),
                refusal(
                        "means[1]: dimension 2 is not accepted; give 1, as means[0] has",
                        () -> Law.mixture(new double[] {1, 1}, new double[][] {{0}, two}, one, one)),
                refusal(
                        "breaks: 0 is not accepted; give a number of intervals from 1 to 1000000",
                        () -> Protocol.equalIntervals()),
                refusal(
                        "custom: an empty list is not accepted; give at least one point",
                        () -> new Guidance.Custom(new double[][] {})));
    }

    private static Arguments refusal(String message, Executable attempt) {
        return Arguments.of(message, attempt);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInOneLine(String message, Executable attempt) {
        assertEquals(message, assertThrows(ScenarioException.class, attempt).getMessage());
    }

    /** Arrays compare by identity; the canonical text holds every bit of them. */
    private static void assertSame(Scenario expected, Scenario actual) {
        assertEquals(ScenarioWriter.toYaml(expected), ScenarioWriter.toYaml(actual));
    }
}
