package io.github.murmuration.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of numbers, separated by commas; the first line may be a header without numbers; blank lines are skipped. */
final class CsvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<double[]> rows = new ArrayList<>();
    private int line;
    private int firstRowLine;

    private CsvReader() {}

    /** Rows [n][d] of the file, n >= 1; {@link ScenarioException} names line and column. */
    static double[][] read(Path file) throws IOException {
        CsvReader reader = new CsvReader();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                reader.add(text.replace(BYTE_ORDER_MARK, "").strip());
            }
        }
        if (reader.rows.isEmpty()) {
            throw new ScenarioException("", "no rows; give at least one");
        }
        return reader.rows.toArray(double[][]::new);
    }

    private void add(String text) {
        line++;
        String[] cells = Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new);
        boolean header = line == 1 && Arrays.stream(cells).noneMatch(NumberText::isNumber);
        if (!text.isEmpty() && !header) {
            rows.add(row(cells));
        }
    }

    private double[] row(String[] cells) {
        if (rows.isEmpty()) {
            firstRowLine = line;
        } else if (cells.length != rows.get(0).length) {
            String accepted = rows.get(0).length + ", as line " + firstRowLine + " has";
            throw ScenarioException.refused("line " + line, "a row of " + cells.length, accepted);
        }
        double[] row = new double[cells.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = number(cells[j], j + 1);
        }
        return row;
    }

    private double number(String cell, int column) {
        String path = "line " + line + ", column " + column;
        if (!NumberText.isNumber(cell)) {
            throw ScenarioException.refused(path, cell.isEmpty() ? "an empty value" : cell, "a number");
        }
        double number = Double.parseDouble(NumberText.plain(cell));
        Check.finite(path, number);
        return number;
    }
}
