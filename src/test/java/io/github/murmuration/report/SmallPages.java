package io.github.murmuration.report;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.ScenarioDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A page of a run and one of a study, small ones of every kind of figure, with names and lines that are long. */
final class SmallPages {

    private static final String LONG = "a-name-that-is-longer-than-a-narrow-page-has-room-for-and-has-no-blanks";

    private SmallPages() {}

    static String ofRun() throws IOException {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(2, 40, 16, Scenarios.THREE));
        Path folder = Files.createTempDirectory("page");
        try (OutputFolder output = OutputFolder.open(folder)) {
            Report.write(output, small.result(), small.exact(), Map.of("flags", LONG));
        }
        return page(folder);
    }

    static String ofStudy() throws IOException {
        StudyReport report = new StudyReport(LONG, "What is " + LONG + "?");
        report.note(LONG);
        report.of(ScenarioDocument.none().study(LONG, Map.of("words", List.of(LONG, LONG))), Map.of("flags", LONG));
        report.add(new StudyReport.Table(
                "numbers",
                "Numbers",
                List.of(
                        List.of("", "a", "b", "c", "d", "e", "f, that is long", "g, that is longer"),
                        List.of("one", "10", "-", "3.5e-3", "4", "5", "6", "7"),
                        List.of("two", "\u22122", "x", "0.2", "4", "5", "6", "7"),
                        List.of("three", "9", "y", "1", "4", "5", "6", "7")),
                "A note."));
        double[] n = {10, 100, 1000};
        report.add(new StudyFigure("rates", "Rates", "Against N.", "agents N", "error")
                .logarithmic(1e-6)
                .points("measured", 0, n, new double[] {0.3, 0.1, 0.03})
                .bars(0, n, new double[] {0.3, 0.1, 0.03}, new double[] {0.1, 0.02, 0.01})
                .dashed("N^-0.5", 0, n, new double[] {0.316, 0.1, 0.0316}));
        Cloud ring = new Cloud(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}});
        report.add(new CloudFigure("clouds", "Clouds", "Four points.").row("ring", List.of(ring, ring, ring, ring)));
        Path folder = Files.createTempDirectory("page");
        try (OutputFolder output = OutputFolder.open(folder)) {
            report.write(output);
        }
        return page(folder);
    }

    private static String page(Path folder) throws IOException {
        return Files.readString(folder.resolve("report.html"));
    }
}
