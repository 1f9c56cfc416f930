package io.github.murmuration.study.clouds;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.generation.Quality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases side by side: what they differ in, how many clouds, the qualities of these, and what they cost. */
final class CaseTable {

    private final String name;
    private final String title;
    private final List<String> lead;
    private final String note;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Map<String, Object>> summary = new ArrayList<>();

    /**
     * @param lead names of what cases differ in
     */
    CaseTable(String name, String title, List<String> lead, String note) {
        this.name = name;
        this.title = title;
        this.lead = lead;
        this.note = note.strip();
    }

    String name() {
        return name;
    }

    CaseTable row(List<Object> cells, CloudCase of, Measured measured, List<Quality> qualities) {
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < lead.size(); i++) {
            row.put(lead.get(i), cells.get(i));
            values.put(lead.get(i), cells.get(i) instanceof Cell number ? number.value() : cells.get(i));
        }
        row.put("clouds", measured.clouds());
        values.put("clouds", measured.clouds());
        qualities.forEach(quality -> add(quality, row, values));
        boolean generated = measured.seconds() > 0;
        row.put("point-steps", text(generated ? of.work() : Double.NaN, 3));
        row.put("pairs", text(measured.pairs() > 0 ? measured.pairs() : Double.NaN, 3));
        values.put("point-steps", generated ? of.work() : 0);
        values.put("pairs", measured.pairs());
        seconds.add(measured.seconds());
        if (rows.isEmpty()) {
            rows.add(List.copyOf(row.keySet()));
        }
        rows.add(List.copyOf(row.values()));
        summary.add(values);
        return this;
    }

    private static void add(Quality quality, Map<String, Object> row, Map<String, Object> values) {
        row.put(quality.name(), text(quality.value(), 4));
        values.put(quality.name(), quality.value());
        if (!Double.isNaN(quality.error())) {
            row.put(quality.name() + " +-", text(quality.error(), 2));
            values.put(quality.name() + " error", quality.error());
        }
        if (!Double.isNaN(quality.known())) {
            row.put(quality.name() + " known", text(quality.known(), 4));
            values.put(quality.name() + " known", quality.known());
        }
    }

    StudyReport.Table table() {
        return new StudyReport.Table(name, title, rows, note);
    }

    /** That the generation of each row took; 0 where nothing was generated. */
    List<Double> seconds() {
        return seconds;
    }

    List<Map<String, Object>> summary() {
        return summary;
    }
}
