package io.github.murmuration.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.file.Content;
import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.scenario.ScenarioDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The output files of a study: {@code summary.json}, tables as CSV, figures, and {@code report.html} that shows them all. */
public final class StudyReport {

    /**
     * A table, which files have with all digits and readers see rounded.
     * @param name of its file, without ending.
     * @param rows cells, each a {@link Cell} or a text; the first row is a header.
     * @param note below it
     */
    public record Table(String name, String title, List<List<Object>> rows, String note) {

        /** As it is shown. */
        List<List<String>> shown() {
            return rows.stream()
                    .map(row -> row.stream().map(Object::toString).toList())
                    .toList();
        }
    }

    private record Columns(ArrayFormat format, Map<String, double[]> arrays) {}

    private final String name;
    private final String lead;
    private final String asked;
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private final Map<String, Object> measured = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Table> data = new ArrayList<>();
    private final Map<String, Columns> columns = new LinkedHashMap<>();
    private final Map<String, Content> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Supplier<Figure>> figures = new ArrayList<>();
    private ScenarioDocument document = ScenarioDocument.none();
    private Execution execution = Execution.of(Map.of(), measured);

    /**
     * @param asked what the study does, in words
     */
    public StudyReport(String name, String asked) {
        this(name, "A Murmuration study", asked);
    }

    private StudyReport(String name, String lead, String asked) {
        this.name = name;
        this.lead = lead;
        this.asked = asked;
    }

    /**
     * Of a run.
     * @param asked what it makes, in words
     */
    public static StudyReport ofRun(String name, String asked) {
        return new StudyReport(name, "A Murmuration run", asked);
    }

    /** A value of the summary: text, a number, a map or a list of them. */
    public void put(String key, Object value) {
        summary.put(key, value);
    }

    /**
     * What was asked for, and how it came about this time.
     * @param facts shown in this order
     */
    public void of(ScenarioDocument asked, Map<String, String> facts) {
        document = asked;
        execution = Execution.of(facts, measured);
        summary.put("scenario", asked.json());
        summary.put("run", execution.json());
    }

    /**
     * A number that another execution need not find again, such as a time.
     * @param value as of {@link #put}
     */
    public void measured(String key, Object value) {
        measured.put(key, value);
    }

    public void add(Table table) {
        tables.add(table);
    }

    /** A table too long to be read: in its CSV file alone. */
    public void addData(Table table) {
        data.add(table);
    }

    /**
     * Columns of numbers.
     * @param name of the file, without ending.
     * @param arrays by name
     */
    public void addColumns(String name, ArrayFormat format, Map<String, double[]> arrays) {
        columns.put(name, new Columns(format, arrays));
    }

    /**
     * A text in a file of its own.
     * @param file its name
     */
    public void addText(String file, String text) {
        addFile(file, AtomicFile.text(text));
    }

    /**
     * A file of its own.
     * @param file its name
     */
    public void addFile(String file, Content content) {
        files.put(file, content);
    }

    /** What a reader of the numbers should know, in a sentence. */
    public void note(String sentence) {
        notes.add(sentence);
        summary.put("notes", notes);
    }

    /** Those that were given. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public void add(StudyFigure figure) {
        figures.add(figure::figure);
    }

    public void add(CloudFigure figure) {
        figures.add(figure::figure);
    }

    /** The tables for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Table table : tables) {
            text.append(table.title()).append('\n').append(TextTable.of(table.shown()));
            text.append(table.note().isEmpty() ? "\n" : table.note() + "\n\n");
        }
        return text.toString();
    }

    /** The text of {@code summary.json}. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>(summary);
        Map<String, Object> named = new LinkedHashMap<>();
        tables.forEach(table -> named.put(table.name(), TableJson.of(table.rows())));
        all.put("tables", named);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(JsonNumber.tree(all)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and numbers is JSON", e);
        }
    }

    /**
     * Publishes all files, figures last.
     * @return why no figures could be drawn; empty where they were
     */
    public Optional<String> write(OutputFolder folder) throws IOException {
        Report.write(folder, document);
        folder.write("summary.json", json());
        for (Table table : tables) {
            folder.write(table.name() + ".csv", TableCsv.of(table.rows()));
        }
        for (Table table : data) {
            folder.write(table.name() + ".csv", TableCsv.of(table.rows()));
        }
        for (Map.Entry<String, Columns> each : columns.entrySet()) {
            Map<String, NpyArray> named = new LinkedHashMap<>();
            each.getValue().arrays().forEach((column, values) -> named.put(column, NpyArray.float64(values)));
            new ArrayFiles(folder, each.getValue().format()).write(each.getKey(), named);
        }
        for (Map.Entry<String, Content> file : files.entrySet()) {
            folder.write(file.getKey(), file.getValue());
        }
        return Gallery.publish(folder, () -> figures.stream().map(Supplier::get).toList(), this::html);
    }

    private String html(Gallery gallery) {
        StringBuilder body =
                new StringBuilder(HtmlPage.heading("What was asked")).append("<p>" + Escaped.html(asked) + "</p>\n");
        notes.forEach(note ->
                body.append("<p class=\"note\">").append(Escaped.html(note)).append("</p>\n"));
        body.append(tables.isEmpty() ? "" : HtmlPage.heading("Results"));
        tables.forEach(table -> body.append(html(table)));
        body.append(gallery.html()).append(execution.html()).append(HtmlPage.text(document.yaml()));
        return Page.html(name, lead, body.toString());
    }

    private static String html(Table table) {
        List<List<String>> rows = table.shown().stream()
                .map(row -> row.stream().map(Escaped::html).toList())
                .toList();
        String note = table.note().isEmpty() ? "" : "<p>" + Escaped.html(table.note()) + "</p>\n";
        return HtmlTable.of(table.title(), rows.get(0), rows.subList(1, rows.size())) + note;
    }
}
