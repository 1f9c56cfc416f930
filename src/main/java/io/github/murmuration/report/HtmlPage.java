package io.github.murmuration.report;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code report.html}: one page that needs nothing beside it. Every text that comes from outside is escaped. */
record HtmlPage(Findings findings, Gallery gallery, Execution execution, ScenarioDocument document) {

    /** A vector figure above this size, and above that of its bitmap, is embedded as a bitmap, so that the page stays small. */
    private static final int LARGEST_VECTOR = 100_000;

    String html() {
        String name = Escaped.html(findings.run().scenario().name());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + name + " \u2013 Murmuration</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n"
                + "<h1>" + name + "</h1>\n<p class=\"lead\">A Murmuration run</p>\n"
                + asked() + results() + gallery.html() + notes() + arithmetic() + execution.html() + yaml()
                + "</body>\n</html>\n";
    }

    private String asked() {
        return heading("What was asked") + "<p>"
                + Escaped.html(ScenarioWords.of(findings.run().scenario())) + "</p>\n"
                + findings.written().map(HtmlPage::equations).orElse("");
    }

    private static String equations(CustomModel model) {
        return "<pre>" + Escaped.html(String.join("\n", EquationText.lines(model))) + "</pre>\n";
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
                + " another guidance\u2019s energy that is not spent.</p>\n"
                + tables.populations();
    }

    private String yaml() {
        return heading("The scenario as text") + "<pre>" + Escaped.html(document.yaml()) + "</pre>\n";
    }

    static String figure(int number, FigureFiles files) {
        Figure figure = files.figure();
        return "<figure id=\"" + figure.name() + "\">\n<img src=\"" + source(files) + "\" width=\"" + figure.width()
                + "\" height=\"" + figure.height() + "\" alt=\"" + Escaped.html(figure.title())
                + "\">\n<figcaption><strong>Figure "
                + number + ". " + Escaped.html(figure.title()) + ".</strong> " + Escaped.html(figure.caption())
                + "</figcaption>\n</figure>\n";
    }

    /** As an image of its own rather than inline, because the identifiers inside two inline figures would collide. */
    private static String source(FigureFiles files) {
        boolean vector = files.svg().length <= Math.max(LARGEST_VECTOR, files.png().length);
        byte[] bytes = vector ? files.svg() : files.png();
        return "data:image/" + (vector ? "svg+xml" : "png") + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
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

    static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css", e);
        }
    }
}
