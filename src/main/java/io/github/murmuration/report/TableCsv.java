package io.github.murmuration.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a study as CSV. Every column has a name of its own, and cells with commas or quotes stand in quotes: RFC 4180. */
final class TableCsv {
    /** Of the column that says what a row is about, where readers need no name for it. */
    private static final String ROW = "row";

    private TableCsv() {}

    /** Numbers with all their digits. */
    static String of(List<List<Object>> rows) {
        StringBuilder csv = new StringBuilder(line(header(rows.get(0))));
        rows.stream().skip(1).map(TableCsv::line).forEach(csv::append);
        return csv.toString();
    }

    /** A name that several columns have follows that of the last column before it that has its own: {@code energy std. error}. */
    static List<String> header(List<?> cells) {
        List<String> shown = cells.stream().map(Object::toString).toList();
        Set<String> taken = new HashSet<>();
        List<String> header = new ArrayList<>();
        String own = "";
        for (String each : shown) {
            boolean several = Collections.frequency(shown, each) > 1;
            String name = each.isEmpty() ? ROW : several ? (own + " " + each).strip() : each;
            own = several ? own : name;
            String unique = name;
            for (int k = 2; !taken.add(unique); k++) {
                unique = name + " " + k;
            }
            header.add(unique);
        }
        return header;
    }

    private static String line(List<?> cells) {
        return cells.stream()
                .map(cell -> quoted(cell instanceof Cell number ? Double.toString(number.value()) : cell.toString()))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
