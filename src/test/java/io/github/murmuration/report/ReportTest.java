package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Map<String, String> MACHINE = Map.of("java", "17 <script>\"&'");

    @TempDir
    Path folder;

    @Test
    void writesEveryFileAndNothingElse() throws IOException {
        List<Figure> figures = write(SmallRun.of(Scenarios.demandResponse(3, 40, 16, Scenarios.THREE)));
        Set<String> expected = Stream.concat(
                        figures.stream().flatMap(f -> Stream.of(f.name() + ".png", f.name() + ".svg")),
                        Stream.of(
                                "scenario.yaml",
                                "summary.json",
                                "moments.csv",
                                "moments.npz",
                                "component-moments.csv",
                                "paths.npz",
                                "density.npz",
                                "histogram.csv",
                                "report.html"))
                .collect(Collectors.toSet());
        assertEquals(expected, names());
    }

    @Test
    void everyFigureIsEmbeddedNumberedAndCaptioned() throws IOException {
        List<Figure> figures = write(SmallRun.of(Scenarios.demandResponse(3, 40, 16, Scenarios.THREE)));
        String html = html();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            String block = between(html, "<figure id=\"" + figure.name() + "\">", "</figure>");
            assertTrue(block.contains("src=\"data:image/"), figure.name());
            assertEquals(figure.charts().isEmpty(), !block.contains("class=\"chart\""), figure.name());
            assertTrue(block.contains("Figure " + (i + 1) + ". " + figure.title()), figure.name());
            assertTrue(block.contains(Escaped.html(figure.caption())), figure.name());
        }
        assertEquals(
                figures.size(),
                Pattern.compile("<figure ").matcher(html).results().count());
    }

    @Test
    void textFromOutsideIsEscaped() throws IOException {
        write(SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.ONE)));
        String html = html();
        assertFalse(html.contains("17 <script>"));
        assertTrue(html.contains("17 &lt;script&gt;&quot;&amp;&#39;"));
    }

    @Test
    void pageIsSelfContainedAndSmall() throws IOException {
        write(SmallRun.of(Scenarios.demandResponse(10, 40, 400, Scenarios.THREE)));
        String html = html();
        assertTrue(html.length() < 2_000_000, html.length() + " characters");
        assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find());
    }

    @Test
    void infiniteEnergyIsExplained() throws IOException {
        write(SmallRun.of(Scenarios.toPatterns(40, 16)));
        assertTrue(html().contains("<td>infinite</td>"));
        assertTrue(html().contains("the exact control energy is infinite"));
    }

    @Test
    void notesOfTheRunStandAboveItsNumbers() throws IOException {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.ONE));
        RunResult noted = small.result().with(List.of(new Note("mean-field", "too <few> steps")));
        write(new SmallRun(noted, small.exact()));
        String results = between(html(), "<h2>Results</h2>", "<table>");
        assertTrue(results.contains("<p class=\"note\">mean-field: too &lt;few&gt; steps.</p>"), results);
    }

    @Test
    void aRunWithoutExactValuesPathsOrHistogramsIsReported() throws IOException {
        SmallRun small =
                SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.ONE)).bare();
        write(small);
        assertFalse(names().contains("paths.npz"));
        assertFalse(names().contains("density.npz"));
        assertFalse(names().contains("histogram.csv"));
        assertFalse(html().contains("exact<br>energy"));
    }

    private List<Figure> write(SmallRun small) throws IOException {
        try (OutputFolder output = OutputFolder.open(folder)) {
            assertEquals(Optional.empty(), Report.write(output, small.result(), small.exact(), MACHINE));
        }
        return Figures.of(Findings.of(small.result(), small.exact()));
    }

    private String html() throws IOException {
        return Files.readString(folder.resolve("report.html"));
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".murmuration"))
                    .collect(Collectors.toSet());
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertTrue(from >= 0, start);
        return text.substring(from, text.indexOf(end, from));
    }
}
