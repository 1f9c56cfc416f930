package io.github.murmuration.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a study as JSON: a list of rows, each by the names of the columns of its CSV file. */
final class TableJson {

    private TableJson() {}

    static List<Map<String, Object>> of(List<List<Object>> rows) {
        List<String> names = TableCsv.header(rows.get(0));
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<Object> row : rows.subList(1, rows.size())) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int c = 0; c < names.size(); c++) {
                Object cell = row.get(c);
                named.put(names.get(c), cell instanceof Cell number ? JsonNumber.of(number.value()) : cell);
            }
            all.add(named);
        }
        return all;
    }
}
