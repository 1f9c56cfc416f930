package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes everything that a run leaves behind. */
public final class Report {

    private Report() {}

    /**
     * Writes {@code summary.json}, {@code moments.csv}, {@code moments.npz}, {@code component-moments.csv}, {@code paths.npz},
     * {@code histogram.csv}, {@code report.html} and every figure as {@code <name>.png} and {@code <name>.svg}; each file
     * appears whole or not at all, and files of what was not recorded are left out.
     *
     * @param folder created when absent
     * @param exact by name of guidance; guidances without exact values are absent
     * @param machine software version, Java, operating system, cores, vector width...; shown in this order
     * @param scenarioYaml the scenario as the user would write it
     * @throws IOException when a file cannot be written
     */
    public static void write(
            Path folder,
            RunResult run,
            Map<String, ExactResult> exact,
            Map<String, String> machine,
            String scenarioYaml)
            throws IOException {
        System.setProperty("java.awt.headless", "true");
        Findings findings = Findings.of(run, exact);
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve("summary.json"), SummaryJson.text(findings, machine));
        writeData(folder, findings);
        List<FigureFiles> figures = writeFigures(folder, findings);
        HtmlPage page = new HtmlPage(findings, figures, machine, scenarioYaml);
        AtomicFile.write(folder.resolve("report.html"), page.html());
    }

    /** Writes {@code moments.csv} alone: what is left of a run that failed. @param moments by guidance */
    public static void writeMoments(Path folder, Map<String, MomentSeries> moments) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve("moments.csv"), MomentsCsv.population(moments));
    }

    /** The text of {@code summary.json}. */
    public static String summary(RunResult run, Map<String, ExactResult> exact, Map<String, String> machine) {
        return SummaryJson.text(Findings.of(run, exact), machine);
    }

    private static void writeData(Path folder, Findings findings) throws IOException {
        AtomicFile.write(folder.resolve("moments.csv"), MomentsCsv.population(findings.moments()));
        AtomicFile.write(folder.resolve("moments.npz"), out -> NpzWriter.write(out, RunArrays.moments(findings)));
        if (findings.components() > 0) {
            AtomicFile.write(folder.resolve("component-moments.csv"), MomentsCsv.components(findings));
        }
        if (findings.anyPaths()) {
            AtomicFile.write(folder.resolve("paths.npz"), out -> NpzWriter.write(out, RunArrays.paths(findings)));
        }
        if (findings.anyHistograms()) {
            AtomicFile.write(folder.resolve("histogram.csv"), HistogramCsv.text(findings));
        }
    }

    private static List<FigureFiles> writeFigures(Path folder, Findings findings) throws IOException {
        List<FigureFiles> all = new ArrayList<>();
        for (Figure figure : Figures.of(findings)) {
            FigureFiles files = FigureFiles.of(figure);
            AtomicFile.write(folder.resolve(figure.name() + ".png"), out -> out.write(files.png()));
            AtomicFile.write(folder.resolve(figure.name() + ".svg"), out -> out.write(files.svg()));
            all.add(files);
        }
        return all;
    }
}
