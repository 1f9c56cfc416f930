package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of malformed.txt: edits of the base scenario, then "=> " and the exact message. */
class MalformedScenarioTest {

    static Stream<Arguments> cases() throws IOException {
        String table = Files.readString(BaseScenario.data().resolve("malformed.txt"));
        return Arrays.stream(table.strip().split("\n\n")).map(MalformedScenarioTest::arguments);
    }

    private static Arguments arguments(String text) {
        String[] parts = text.split("\n=> ");
        return Arguments.of(parts[0], parts[1]);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedInOneLine(String edits, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> BaseScenario.readFile(edits));
        assertEquals(message, refusal.getMessage());
    }

    /** What the cases are edits of must itself be accepted, or they would prove nothing. */
    @Test
    void baseIsAccepted() throws IOException {
        assertEquals(100, BaseScenario.read("name: base").population().agents());
        assertTrue(cases().count() > 100);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentIsRefusedInOneLine(String yaml, String message) {
        ScenarioException refusal = assertThrows(
                ScenarioException.class, () -> ScenarioReader.parse("my.yaml", yaml, BaseScenario.data(), Map.of()));
        assertEquals(message, refusal.getMessage());
    }

    static Stream<Arguments> documents() {
        String fields =
                "name, description, model, drift, cost, coupling, interaction, game, dynamics, observe, initial, target, protocol, guidance, population, time, output";
        return Stream.of(
                Arguments.of("", "my.yaml: the file is empty; give a scenario"),
                Arguments.of("# nothing yet\n", "my.yaml: the file is empty; give a scenario"),
                Arguments.of("[1, 2]", "my.yaml: [1,2] is not accepted; give a mapping with " + fields),
                Arguments.of("hello", "my.yaml: hello is not accepted; give a mapping with " + fields),
                Arguments.of(
                        "name: a\n---\nname: b\n",
                        "my.yaml: line 3, column 1: a second document is not accepted; give one document per file"),
                Arguments.of("name: a: b", "my.yaml: line 1, column 8: mapping values are not allowed here"),
                Arguments.of(
                        "time:\n\tsteps: 3",
                        "my.yaml: line 2, column 1: found character '\\t(TAB)' that cannot start any token. "
                                + "(Do not use \\t(TAB) for indentation)"),
                Arguments.of("name: 'a", "my.yaml: line 1, column 9: found unexpected end of stream"),
                Arguments.of(
                        "name: " + "[".repeat(3000) + "]".repeat(3000),
                        "my.yaml: line 1, column 38: more than 32 lists and mappings inside one another is not accepted; give a scenario"),
                Arguments.of(
                        "name: a\ndescription: " + "x y".repeat(10_000_000),
                        "my.yaml: line 2: more than 65536 characters without a comma is not accepted; give shorter texts, or several lines"),
                Arguments.of("name: a\nname: b", "my.yaml: line 2, column 5: duplicate field 'name'"));
    }
}
