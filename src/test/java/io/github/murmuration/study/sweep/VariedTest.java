package io.github.murmuration.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.ScenarioException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5:3:0.25 | 0.5 0.75 1 1.25 1.5 1.75 2 2.25 2.5 2.75 3",
                "0:1:0.3    | 0 0.3 0.6 0.9",
                "3:1:-1     | 3 2 1",
                "1e-1:1:.3  | 0.1 0.4 0.7 1",
                "-2..1      | -2 -1 0 1",
                "7..7       | 7",
                "1,2,5      | 1 2 5",
                "a, b       | a b",
                "[1,2],[3,4]| [1,2] [3,4]",
                "\"x,y\",z    | \"x,y\" z"
            })
    void valuesOfAField(String text, String values) {
        assertEquals(List.of(values.split(" ")), Varied.parse("f", text).values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,,2", "0:1:0", "0:1:-1", "3..1", "0:1e9:1", "1..1000000", ","})
    void otherTextsAreRefusedWithTheField(String text) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> Varied.parse("time.steps", text));
        assertTrue(refusal.getMessage().contains("--vary time.steps"), refusal.getMessage());
    }

    @Test
    void theLastFieldIsTheFastest() {
        Grid grid = new Grid(List.of(Varied.parse("a", "1,2"), Varied.parse("b", "x,y,z")));
        assertEquals(6, grid.size());
        assertEquals(Map.of("a", "1", "b", "z"), grid.changes(2));
        assertEquals(Map.of("a", "2", "b", "x"), grid.changes(3));
    }

    @Test
    void seedsAreSamplesOfOneLaw() {
        Grid grid = new Grid(List.of(Varied.parse("population.seed", "1..2"), Varied.parse("a", "5,6,7")));
        assertEquals(List.of(List.of(0, 3), List.of(1, 4), List.of(2, 5)), grid.groups(Varied::samples));
    }

    @Test
    void aFieldIsVariedOnce() {
        Varied one = Varied.parse("a", "1,2");
        assertThrows(ScenarioException.class, () -> new Grid(List.of(one, one)));
        Varied many = Varied.parse("b", "1..100000");
        assertThrows(ScenarioException.class, () -> new Grid(List.of(one, many)));
    }
}
