package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to write the sections other than the laws, and what they have when left out. */
class SectionFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{breaks: 2, beta: 3}                            | [0.0, 0.5, 1.0]  | [3.0, 3.0]",
                "{breaks: 2, beta: [3, 4]}                       | [0.0, 0.5, 1.0]  | [3.0, 4.0]",
                "{breaks: [0, 0.25, 1], beta: [3, 4]}            | [0.0, 0.25, 1.0] | [3.0, 4.0]",
                "{breaks: [0, 1], beta: 0}                       | [0.0, 1.0]       | [0.0]",
                "{beta: 3}                                       | [0.0, 1.0]       | [3.0]",
                "{beta: [3, 4]}                                  | [0.0, 0.5, 1.0]  | [3.0, 4.0]",
                "{breaks: 2, beta: {first: 12, ratio: 0.5}}      | [0.0, 0.5, 1.0]  | [12.0, 6.0]",
                "{beta: {first: 12, ratio: 0.5}}                 | [0.0, 1.0]       | [12.0]",
            })
    void protocol(String text, String breaks, String beta) {
        Protocol protocol = BaseScenario.read("protocol: " + text).protocol();
        assertEquals(breaks, Arrays.toString(protocol.breaks()));
        assertEquals(beta, Arrays.toString(protocol.beta()));
        assertEquals(GuidanceShape.PIECEWISE_CONSTANT, protocol.guidanceShape());
    }

    @Test
    void guidanceShape() {
        Protocol protocol = BaseScenario.read("protocol: {beta: 1, guidance-shape: piecewise-linear}")
                .protocol();
        assertEquals(GuidanceShape.PIECEWISE_LINEAR, protocol.guidanceShape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zero                                     | [zero]",
                "[target-mean, zero, mean-field]          | [target-mean, zero, mean-field]",
                "{custom: [1, 2, 3, 4]}                   | [custom]",
                "[zero, {custom: [[1], [2], [3], [4]]}]   | [zero, custom]",
            })
    void guidance(String text, String names) {
        List<Guidance> guidance = BaseScenario.read("guidance: " + text).guidance();
        assertEquals(names, guidance.stream().map(Guidance::name).toList().toString());
    }

    @Test
    void customGuidanceHasOnePointPerBreakWhenLinear() {
        Scenario scenario = BaseScenario.read(
                "protocol: {breaks: 2, beta: 1, guidance-shape: piecewise-linear}\nguidance: {custom: [1, 2, 3]}");
        double[][] points = ((Guidance.Custom) scenario.guidance().get(0)).points();
        assertEquals("[[1.0], [2.0], [3.0]]", Arrays.deepToString(points));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "1e6, 1000000",
        "1_000_000, 1000000",
        "2.5E3, 2500",
        "'1e6', 1000000",
        "'\"1e18\"', 1000000000000000000",
        "1000.0, 1000",
        "+5, 5",
        "9223372036854775807, 9223372036854775807"
    })
    void agents(String text, long expected) {
        assertEquals(
                expected,
                BaseScenario.read("population: {agents: " + text + "}")
                        .population()
                        .agents());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "-9223372036854775808, -9223372036854775808", "1e3, 1000"})
    void seed(String text, long expected) {
        Population population =
                BaseScenario.read("population: {seed: " + text + "}").population();
        assertEquals(expected, population.seed());
        assertEquals(1_000_000, population.agents());
    }

    @ParameterizedTest
    @CsvSource({"euler-maruyama, EULER_MARUYAMA", "posterior-mean, POSTERIOR_MEAN", "exact, EXACT"})
    void time(String text, Scheme scheme) {
        assertEquals(
                new Time(1000, scheme),
                BaseScenario.read("time: {scheme: " + text + "}").time());
    }

    @Test
    void output() {
        Output output = BaseScenario.read(
                        "output: {moments-every: 10, paths: 0, histogram-bins: 0, checkpoint-every: 500, agent-energies: false}")
                .output();
        assertEquals(new Output(10, 0, 0, 500).agentEnergies(false), output);
    }

    @Test
    void everythingButTheLawsHasADefault() {
        Scenario scenario =
                BaseScenario.read("- name\n- model\n- protocol\n- guidance\n- population\n- time\n- output");
        assertEquals("my", scenario.name());
        assertEquals(Model.GUIDED_BRIDGE, scenario.model());
        assertArrayEquals(new double[] {0}, scenario.protocol().beta());
        assertEquals(List.of(new Guidance.MeanField()), scenario.guidance());
        assertEquals(new Population(1_000_000, 1), scenario.population());
        assertEquals(new Time(1000, Scheme.EULER_MARUYAMA), scenario.time());
        assertEquals(new Output(1, 32, 200, 0), scenario.output());
    }
}
