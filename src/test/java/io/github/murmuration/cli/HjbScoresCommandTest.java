package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study of regularised scores from the command line to its page. */
class HjbScoresCommandTest {

    @TempDir
    private Path folder;

    /**
     * 12 settings and, of four of them, two other numbers of functions of y, two of samples and two of noised points, and of two another one
     * of functions of u. Functions of y are the 29, 49 or 81 waves of a circle of radius 3, 4 or 5, and y itself.
     */
    @Tag("slow")
    @Test
    void everyCaseIsInItsTables() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Murmuration.execute(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "study",
                "hjb-scores",
                "mixture",
                "--points=100",
                "--seeds=2",
                "--out=" + folder);
        assertEquals(0, status, err.toString());
        assertFalse(Files.exists(folder.resolve("checkpoint/study.json")), "a study that is done keeps no cases");
        JsonNode cases = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .get("cases");
        assertEquals(12 + 4 * 6 + 2, cases.size());
        for (JsonNode each : cases) {
            assertTrue(List.of(31, 51, 83).contains(each.get("functions-of-y").asInt()), each.toString());
        }
        assertEquals(1 + 12 + 1, lines("settings.csv"));
        assertEquals(1 + 38 - 8, lines("verdict.csv"));
        assertEquals(1 + 12, lines("functions-of-y.csv"));
        assertEquals(1 + 4, lines("functions-of-u.csv"));
        assertEquals(1 + 12, lines("samples.csv"));
        assertEquals(1 + 12, lines("noised-points.csv"));
    }

    private long lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).size();
    }
}
