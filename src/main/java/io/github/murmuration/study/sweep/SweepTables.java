package io.github.murmuration.study.sweep;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.study.Cells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Tables of a sweep. */
final class SweepTables {

    private static final int DIGITS = 6;

    /** Longer tables are in their files alone. */
    private static final int MOST_SHOWN = 60;

    private final Grid grid;
    private final boolean steered;
    private final List<String> guidances;
    private final List<String> names;
    private final List<Population> populations;
    private final List<Averages> averages;

    /**
     * @param steered whether guidances have a column.
     * @param averages by guidance
     */
    SweepTables(
            Grid grid,
            boolean steered,
            List<String> guidances,
            List<String> names,
            List<Population> populations,
            List<Averages> averages) {
        this.grid = grid;
        this.steered = steered;
        this.guidances = guidances;
        this.names = names;
        this.populations = populations;
        this.averages = averages;
    }

    void addTo(StudyReport report, Map<String, Integer> notes, ArrayFormat format) {
        StudyReport.Table means = means(grid.samples());
        if (means.rows().size() <= MOST_SHOWN) {
            report.add(means);
        } else {
            report.addData(means);
        }
        StudyReport.Table every = populations();
        report.addData(every);
        report.addColumns(every.name(), format, columns(every.rows()));
        if (!notes.isEmpty()) {
            report.add(notes(notes));
        }
    }

    private static StudyReport.Table notes(Map<String, Integer> notes) {
        List<List<Object>> rows = new ArrayList<>(List.of(List.of("populations", "note")));
        notes.forEach((note, count) -> rows.add(List.of(count, note)));
        return new StudyReport.Table("notes", "What a reader of these numbers should know", rows, "");
    }

    private StudyReport.Table means(String samples) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(header(Varied::samples));
        for (int row = 0; row < averages.get(0).points().size(); row++) {
            for (int g = 0; g < guidances.size(); g++) {
                Averages.Point point = averages.get(g).points().get(row);
                List<Object> cells = fields(point.combination(), Varied::samples);
                addGuidance(cells, guidances.get(g));
                point.quantities().forEach(quantity -> {
                    cells.add(Cells.text(quantity.value(), DIGITS));
                    cells.add(Cells.text(quantity.error(), 2));
                });
                cells.add(point.failed());
                rows.add(cells);
            }
        }
        return new StudyReport.Table(
                "means",
                samples.isEmpty() ? "Where the populations end" : "Means over " + samples,
                rows,
                samples.isEmpty()
                        ? "Standard errors are those of the agents of a population, where they are known."
                        : "Standard errors are those of the mean over " + samples
                                + "; populations that failed are left out.");
    }

    private StudyReport.Table populations() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(header(field -> false));
        for (int c = 0; c < grid.size(); c++) {
            Population population = populations.get(c);
            for (String guidance : guidances) {
                List<Object> row = fields(c, field -> false);
                addGuidance(row, guidance);
                names.stream().map(name -> population.quantity(guidance, name)).forEach(quantity -> {
                    row.add(Cells.text(quantity.value(), DIGITS));
                    row.add(Cells.text(quantity.error(), 2));
                });
                row.add(population.failure().isEmpty() ? 0 : 1);
                rows.add(row);
            }
        }
        return new StudyReport.Table("populations", "Every population at its end", rows, "");
    }

    /** The numbers of that table, by column. */
    private Map<String, double[]> columns(List<List<Object>> rows) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            int column = c;
            boolean fieldOfText =
                    c < grid.fields().size() && !grid.fields().get(c).numeric();
            boolean guidance = steered && c == grid.fields().size();
            if (!guidance && !fieldOfText) {
                double[] values = rows.stream()
                        .skip(1)
                        .mapToDouble(row -> number(row.get(column)))
                        .toArray();
                columns.put(rows.get(0).get(c).toString(), values);
            }
        }
        return columns;
    }

    private static double number(Object cell) {
        if (cell instanceof Cell number) {
            return number.value();
        }
        OptionalDouble ofField = Varied.number(cell.toString());
        return ofField.isPresent() ? ofField.getAsDouble() : Double.parseDouble(cell.toString());
    }

    /** @param without fields that have no column */
    private List<Object> header(Predicate<String> without) {
        List<Object> header = new ArrayList<>();
        grid.fields().stream().map(Varied::field).filter(without.negate()).forEach(header::add);
        addGuidance(header, "guidance");
        names.forEach(name -> {
            header.add(name);
            header.add(name + " std. error");
        });
        header.add("failed");
        return header;
    }

    private void addGuidance(List<Object> cells, String text) {
        if (steered) {
            cells.add(text);
        }
    }

    private List<Object> fields(int combination, Predicate<String> without) {
        List<Object> cells = new ArrayList<>();
        grid.changes(combination).forEach((field, value) -> {
            if (!without.test(field)) {
                cells.add(value);
            }
        });
        return cells;
    }
}
