package io.github.murmuration.report;

import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import java.util.List;
import java.util.stream.Collectors;

/** {@code report.html}: one page that needs nothing beside it. Every text that comes from outside is escaped. */
record HtmlPage(Findings findings, Gallery gallery, Execution execution, ScenarioDocument document) {

    String html() {
        return Page.html(
                findings.run().scenario().name(),
                "A Murmuration run",
                asked() + results() + gallery.html() + notes() + arithmetic() + execution.html() + yaml());
    }

    private String asked() {
        return heading("What was asked") + "<p>"
                + Escaped.html(ScenarioWords.of(findings.run().scenario())) + "</p>\n"
                + findings.written()
                        .map(EquationHtml::lines)
                        .map(HtmlPage::equations)
                        .orElseGet(() ->
                                equations(SteeredEquations.lines(findings.run().scenario())));
    }

    private static String equations(List<String> lines) {
        return lines.stream()
                .map(line -> "<p>" + line + "</p>\n")
                .collect(Collectors.joining("", "<div class=\"equations\" tabindex=\"0\">\n", "</div>\n"));
    }

    private String results() {
        ResultsTable tables = new ResultsTable(findings, Palette.of(findings.names()));
        if (!findings.steered()) {
            return heading("Results") + warnings() + tables.known();
        }
        return heading("Results")
                + warnings()
                + tables.energies()
                + "<p>Energy is E\u222b|u|\u00b2dt, summed over coordinates, in state squared per time. A saving is the fraction of"
                + " another guidance\u2019s energy that is saved.</p>\n"
                + tables.populations();
    }

    private String yaml() {
        return text(document.yaml());
    }

    static String text(String scenarioYaml) {
        return heading("The scenario as text") + "<pre tabindex=\"0\">" + Escaped.html(scenarioYaml) + "</pre>\n";
    }

    /** The notes of the run, above the numbers they are about. */
    private String warnings() {
        StringBuilder html = new StringBuilder();
        for (Note note : findings.run().notes()) {
            html.append("<p class=\"note\">")
                    .append(Escaped.html(note.sentence()))
                    .append(".</p>\n");
        }
        return html.toString();
    }

    private String notes() {
        StringBuilder html = new StringBuilder(heading("Notes")).append("<ul>\n");
        Notes.of(findings)
                .forEach(note -> html.append("<li>").append(Escaped.html(note)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    private String arithmetic() {
        RunResult run = findings.run();
        return "<p>Arithmetic: " + Escaped.html(run.arithmetic()) + "; noise: " + Escaped.html(run.noise())
                + ", layout version " + run.noiseVersion() + ".</p>\n";
    }

    static String heading(String text) {
        return "<h2>" + text + "</h2>\n";
    }
}
