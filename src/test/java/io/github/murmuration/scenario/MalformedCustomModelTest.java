package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of malformed-custom.txt: edits of the base model, then "=> " and the exact message. */
class MalformedCustomModelTest {

    static Stream<Arguments> cases() throws IOException {
        String table = Files.readString(BaseScenario.data().resolve("malformed-custom.txt"));
        return Arrays.stream(table.stripTrailing().split("\n\n")).map(MalformedCustomModelTest::arguments);
    }

    private static Arguments arguments(String text) {
        String[] parts = text.split("\n=> ");
        return Arguments.of(parts[0], parts[1]);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(String edits, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> CustomBase.read(edits));
        assertEquals("my.yaml: " + message, refusal.getMessage());
    }

    /** What the cases are edits of must itself be accepted, or they would prove nothing. */
    @Test
    void baseIsAccepted() throws IOException {
        assertEquals(2, CustomBase.read("name: base").dimension());
        assertTrue(cases().count() > 100);
    }

    @Test
    void countsAreLimited() {
        Stream<String> names =
                Stream.concat(Stream.of("x", "v"), IntStream.range(0, 63).mapToObj(k -> "x" + k));
        assertRefused("state: " + names.toList(), "dynamics.state: 65 coordinates is not accepted; give at most 64");
        StringBuilder marks = new StringBuilder("marks:");
        StringBuilder means = new StringBuilder("means:\n    mv: v");
        for (int i = 0; i < 65; i++) {
            marks.append("\n    q").append(i).append(": {uniform: [0, 1]}");
            means.append("\n    m").append(i).append(": v*").append(i);
        }
        String pairs = "pairs: "
                + IntStream.range(0, 17)
                        .mapToObj(k -> "k" + k + ": other.v")
                        .collect(Collectors.joining(", ", "{", "}"));
        assertRefused(pairs, "dynamics.pairs: 17 pair means is not accepted; give at most 16");
        assertRefused(marks.toString(), "dynamics.marks: 65 marks is not accepted; give at most 16");
        assertRefused(means.toString(), "dynamics: 67 sums over agents is not accepted; give at most 64");
    }

    private static void assertRefused(String section, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> CustomBase.read("  " + section));
        assertEquals("my.yaml: " + message, refusal.getMessage());
    }
}
