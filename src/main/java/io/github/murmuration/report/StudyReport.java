package io.github.murmuration.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a study leaves behind: {@code summary.json}, tables as CSV, figures, and {@code report.html} that shows them all. */
public final class StudyReport {

    /** A table. @param name of its file, without ending. @param rows cells, the first row a header. @param note below it */
    public record Table(String name, String title, List<List<String>> rows, String note) {}

    private final String name;
    private final String asked;
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Table> data = new ArrayList<>();
    private final List<StudyFigure> figures = new ArrayList<>();

    /** @param asked what the study does, in words */
    public StudyReport(String name, String asked) {
        this.name = name;
        this.asked = asked;
    }

    /** A value of the summary: text, a number, a map or a list of them. */
    public void put(String key, Object value) {
        summary.put(key, value);
    }

    public void add(Table table) {
        tables.add(table);
    }

    /** A table that is a file and nothing else. */
    public void addData(Table table) {
        data.add(table);
    }

    public void add(StudyFigure figure) {
        figures.add(figure);
    }

    /** The tables for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Table table : tables) {
            text.append(table.title()).append('\n').append(TextTable.of(table.rows()));
            text.append(table.note().isEmpty() ? "\n" : table.note() + "\n\n");
        }
        return text.toString();
    }

    /** The text of {@code summary.json}. */
    public String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and numbers is JSON", e);
        }
    }

    /** Writes all files; each appears whole or not at all. @param machine facts, shown in this order */
    public void write(Path folder, Map<String, String> machine, String scenarioYaml) throws IOException {
        Files.createDirectories(folder);
        summary.put("machine", machine);
        AtomicFile.write(folder.resolve("summary.json"), json());
        for (Table table : tables) {
            AtomicFile.write(folder.resolve(table.name() + ".csv"), csv(table));
        }
        for (Table table : data) {
            AtomicFile.write(folder.resolve(table.name() + ".csv"), csv(table));
        }
        List<FigureFiles> files = new ArrayList<>();
        for (StudyFigure figure : figures) {
            files.add(FigureFiles.of(figure.figure()));
        }
        for (FigureFiles each : files) {
            AtomicFile.write(folder.resolve(each.figure().name() + ".png"), out -> out.write(each.png()));
            AtomicFile.write(folder.resolve(each.figure().name() + ".svg"), out -> out.write(each.svg()));
        }
        AtomicFile.write(folder.resolve("report.html"), html(files, machine, scenarioYaml));
    }

    private static String csv(Table table) {
        StringBuilder csv = new StringBuilder();
        table.rows().forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    private String html(List<FigureFiles> files, Map<String, String> machine, String scenarioYaml) {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Escaped.html(name))
                .append(" \u2013 Murmuration</title>\n<style>\n" + HtmlPage.style() + "</style>\n</head>\n<body>\n<h1>")
                .append(Escaped.html(name))
                .append("</h1>\n<p class=\"lead\">A Murmuration study</p>\n" + HtmlPage.heading("What was asked")
                        + "<p>")
                .append(Escaped.html(asked))
                .append("</p>\n");
        tables.forEach(table -> html.append(html(table)));
        html.append(HtmlPage.heading("Figures"));
        for (int i = 0; i < files.size(); i++) {
            html.append(HtmlPage.figure(i + 1, files.get(i)));
        }
        return html.append(HtmlPage.where(machine))
                .append(HtmlPage.heading("The scenario as text") + "<pre>" + Escaped.html(scenarioYaml))
                .append("</pre>\n</body>\n</html>\n")
                .toString();
    }

    private static String html(Table table) {
        StringBuilder html = new StringBuilder(HtmlPage.heading(Escaped.html(table.title()))).append("<table>\n");
        for (int r = 0; r < table.rows().size(); r++) {
            String cell = r == 0 ? "th" : "td";
            html.append("<tr>");
            table.rows()
                    .get(r)
                    .forEach(text -> html.append("<" + cell + ">")
                            .append(Escaped.html(text))
                            .append("</" + cell + ">"));
            html.append("</tr>\n");
        }
        return html.append("</table>\n<p>" + Escaped.html(table.note()) + "</p>\n")
                .toString();
    }
}
