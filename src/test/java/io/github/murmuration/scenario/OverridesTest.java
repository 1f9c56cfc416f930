package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** --set path=value. */
class OverridesTest {

    @Test
    void replaceFieldsItemsAndSections() {
        Scenario scenario = read(Map.of(
                "population.agents", "1e7",
                "guidance", "[target-mean]",
                "initial.mixture.means[1]", "9",
                "time", "{steps: 8, scheme: exact}"));
        assertEquals(new Population(10_000_000, 1), scenario.population());
        assertEquals(List.of(new Guidance.TargetMean()), scenario.guidance());
        assertArrayEquals(new double[] {9}, ((Law.Mixture) scenario.initial()).means()[1]);
        assertEquals(new Time(8, Scheme.EXACT), scenario.time());
    }

    @Test
    void makeWhatTheFileLeavesOut() {
        String yaml = BaseScenario.edited("- output").replaceFirst("population:.*", "population:");
        Scenario scenario = ScenarioReader.parse(
                        "my.yaml",
                        yaml,
                        BaseScenario.data(),
                        Map.of(
                                "output.paths",
                                "5",
                                "population.seed",
                                "4",
                                "guidance[0]",
                                "zero",
                                "guidance[1]",
                                "mean-field"))
                .scenario();
        assertEquals(5, scenario.output().paths());
        assertEquals(new Population(1_000_000, 4), scenario.population());
        assertEquals(List.of(new Guidance.Zero(), new Guidance.MeanField()), scenario.guidance());
    }

    @Test
    void applyInTheirOrder() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("protocol.beta", "{first: 1, ratio: 1}");
        overrides.put("protocol.beta.first", "3");
        assertArrayEquals(new double[] {3, 3, 3, 3}, read(overrides).protocol().beta());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "population.agnets    | 5      | my.yaml: population.agnets: unknown field; did you mean agents?",
                "popultion.agents     | 5      | my.yaml: popultion: unknown field; did you mean population?",
                "population.agents    | 0      | my.yaml: population.agents: 0 is not accepted; give a whole number of at least 1",
                "initial.point        | 0      | my.yaml: initial: point with mixture is not accepted; give only one of point, gaussian, mixture, samples",
                "guidance[2]          | zero   | my.yaml: --set guidance[2]: 2 is not accepted; give an index from 0 to 1",
                "guidance.zero        | 1      | my.yaml: --set guidance.zero: zero is not accepted; give an index from 0 to 1",
                "protocol.beta.first  | 5      | my.yaml: --set protocol.beta.first: 2 has no first; set the whole of it",
                "time.steps           | [1     | my.yaml: --set time.steps: line 1, column 3: expected ',' or ']', but got <stream end>",
                "time..steps          | 1      | my.yaml: --set time..steps: not a path; give one such as population.agents or guidance[0]",
                "guidance[            | 1      | my.yaml: --set guidance[: not a path; give one such as population.agents or guidance[0]",
            })
    void areRefusedInOneLine(String path, String value, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(Map.of(path, value)));
        assertEquals(message, refusal.getMessage());
    }

    /** Decimal whatever YAML makes of it, plain or in quotes, alone or in a list. */
    @ParameterizedTest
    @CsvSource({
        "0100, 100",
        "'\"0100\"', 100",
        "000, 0",
        "+5, 5",
        "-017, -17",
        "1_000, 1000",
        "0_777, 777",
        "1e3, 1000",
        "08, 8",
        "5., 5"
    })
    void numbersAreDecimal(String written, long number) {
        assertEquals(
                number, read(Map.of("population.seed", written)).population().seed());
        Scenario scenario = read(Map.of("guidance", "{custom: [" + written + ", 1, 2, [" + written + "]]}"));
        double[][] points = ((Guidance.Custom) scenario.guidance().get(0)).points();
        assertEquals(number, points[0][0]);
        assertEquals(number, points[3][0]);
        String yaml = BaseScenario.edited("population: {seed: " + written + "}");
        assertEquals(
                number,
                ScenarioReader.parse("my.yaml", yaml, BaseScenario.data(), Map.of())
                        .scenario()
                        .population()
                        .seed());
    }

    private static Scenario read(Map<String, String> overrides) {
        return ScenarioReader.parse("my.yaml", BaseScenario.YAML, BaseScenario.data(), overrides)
                .scenario();
    }
}
