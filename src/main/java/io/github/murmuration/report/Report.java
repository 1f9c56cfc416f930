package io.github.murmuration.report;

import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.file.Content;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.sim.MomentSeries;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Snapshot;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes all output files of a run. */
public final class Report {

    private Report() {}

    /**
     * Publishes {@code scenario.yaml} with the data that it names, {@code summary.json}, {@code moments.csv}, {@code moments.npz}, {@code component-moments.csv}, {@code paths.npz}, {@code density.npz},
     * {@code histogram.csv} and {@code report.html} (arrays as h5 where that is the format), and then every figure as {@code <name>.png} and {@code <name>.svg}, with a page
     * that shows them. Files of what was not recorded are left out.
     *
     * @param exact what is known
     * @param facts of this execution: command, time, versions, machine; shown in this order
     * @return why no figures could be drawn; empty where they were
     * @throws IOException when a file cannot be written; what was published before stays
     */
    public static Optional<String> write(
            OutputFolder folder, RunResult run, ExactValues exact, Map<String, String> facts) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Findings findings = Findings.of(run, exact);
        ScenarioDocument document = ScenarioDocument.of(run.scenario());
        Execution execution = Execution.of(run, facts);
        write(folder, document);
        folder.write("summary.json", SummaryJson.text(findings, document, execution));
        ArrayFiles arrays = new ArrayFiles(folder, run.scenario().output().format());
        for (Snapshot snapshot : run.snapshots()) {
            arrays.adopt(snapshot, run.scenario());
        }
        writeData(folder, arrays, findings);
        return Gallery.publish(
                folder,
                () -> Figures.of(findings),
                gallery -> new HtmlPage(findings, gallery, execution, document).html());
    }

    /** What asks for the same again. */
    static void write(OutputFolder folder, ScenarioDocument document) throws IOException {
        folder.write("scenario.yaml", document.yaml());
        for (Map.Entry<String, Content> input : document.inputs().entrySet()) {
            folder.write(input.getKey(), input.getValue());
        }
    }

    /**
     * Publishes the scenario and {@code moments.csv}: what is left of a run that failed.
     * @param moments by guidance
     */
    public static void writeMoments(OutputFolder folder, Scenario scenario, Map<String, MomentSeries> moments)
            throws IOException {
        write(folder, ScenarioDocument.of(scenario));
        folder.write("moments.csv", MomentsCsv.population(scenario, moments));
        folder.publish();
    }

    /** The text of {@code summary.json}. */
    public static String summary(RunResult run, ExactValues exact, Map<String, String> facts) {
        return SummaryJson.text(Findings.of(run, exact), ScenarioDocument.of(run.scenario()), Execution.of(run, facts));
    }

    /** What keeps this machine from drawing figures, in one line; empty where nothing does. */
    public static Optional<String> figureProblem() {
        return Gallery.trial();
    }

    private static void writeData(OutputFolder folder, ArrayFiles arrays, Findings findings) throws IOException {
        folder.write("moments.csv", MomentsCsv.population(findings));
        arrays.write("moments", RunArrays.moments(findings));
        if (findings.components() > 0) {
            folder.write("component-moments.csv", MomentsCsv.components(findings));
        }
        if (findings.anyPaths()) {
            arrays.write("paths", RunArrays.paths(findings));
        }
        if (findings.anyDensities()) {
            arrays.write("density", DensityArrays.of(findings));
        }
        if (findings.anyHistograms()) {
            folder.write("histogram.csv", HistogramCsv.text(findings));
        }
    }
}
