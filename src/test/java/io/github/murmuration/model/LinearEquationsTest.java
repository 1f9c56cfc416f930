package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearEquationsTest {

    @Test
    void coefficientsAreThoseThatAreWritten() {
        LinearEquations equations = LinearEquations.of(model("3*t + (theta - x)*t + 2*mean(x)", "t"))
                .orElseThrow();
        assertArrayEquals(new double[] {6}, equations.constant(2));
        assertArrayEquals(new double[] {-2, 2, 2}, equations.gains(2)[0]);
        assertEquals(4, equations.noise(2)[0][0]);
        assertEquals(0, equations.commonNoise(2)[0][0]);
    }

    /** What a label adds is not the same for every agent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x*mean(x) | 1", "sin(x) | 1", "abs(x) | 1", "-x | x", "label - x | 1", "mean(x^2) - x | 1"})
    void otherModelsAreNotLinear(String drift, String noise) {
        assertEquals(true, LinearEquations.of(model(drift, noise)).isEmpty());
    }

    private static CustomModel model(String drift, String noise) {
        String yaml =
                "name: test\nmodel: custom\ndynamics:\n  state: [x]\n  marks:\n    theta: {uniform: [0, 1]}\n  drift:\n    x: "
                        + drift + "\n  noise:\n    x: " + noise + "\n  horizon: 1\ninitial: {point: [0]}\n"
                        + "population: {agents: 1, seed: 1}\ntime: {steps: 1}\n";
        return (CustomModel) ScenarioReader.parse("test", yaml, Path.of("."), Map.of())
                .scenario()
                .dynamics();
    }
}
