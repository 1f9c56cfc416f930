package io.github.murmuration.report;

import io.github.murmuration.sim.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a population that is not steered came to, beside what is known: a header, then a row for every quantity. */
final class KnownTable {
    private static final int DIGITS = 5;

    private KnownTable() {}

    static List<List<String>> rows(Findings findings) {
        return rows(WrittenValue.of(findings));
    }

    /** Columns in which nothing is known are left out. */
    private static List<List<String>> rows(List<WrittenValue> values) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("at the end")));
        values.forEach(value -> rows.add(new ArrayList<>(List.of(value.quantity()))));
        add(
                rows,
                values,
                "simulated",
                value -> Numbers.significant(value.simulated().value(), DIGITS));
        add(
                rows,
                values,
                "std. error",
                value -> Numbers.significant(value.simulated().standardError(), 2));
        add(rows, values, "limit", value -> limit(value.limit()));
        add(
                rows,
                values,
                "expected for this many agents",
                value -> Numbers.significant(value.expected().value(), DIGITS));
        add(
                rows,
                values,
                "std. deviation",
                value -> Numbers.significant(value.expected().standardError(), 2));
        add(rows, values, "stationary", value -> Numbers.significant(value.stationary(), DIGITS));
        return rows;
    }

    private static void add(
            List<List<String>> rows, List<WrittenValue> values, String header, Function<WrittenValue, String> text) {
        List<String> cells = values.stream().map(text).toList();
        if (cells.stream().anyMatch(cell -> !cell.equals(Numbers.NONE))) {
            rows.get(0).add(header);
            for (int i = 0; i < cells.size(); i++) {
                rows.get(i + 1).add(cells.get(i));
            }
        }
    }

    private static String limit(Estimate limit) {
        return Numbers.within(limit.value(), limit.standardError(), DIGITS);
    }
}
