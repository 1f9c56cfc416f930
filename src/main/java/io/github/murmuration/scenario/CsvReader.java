package io.github.murmuration.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Rows of numbers, separated by commas; blank lines are skipped. The first line is a header if every cell is a name: a letter or
 * underscore, then letters, digits, '_', '-', '.' and spaces, in quotes or not; the line may begin with '#'. nan and inf are no names.
 */
final class CsvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NAME = Pattern.compile("(\"?)[\\p{L}_][\\p{L}\\p{N}_. -]*\\1");
    private static final Pattern NOT_FINITE = Pattern.compile("\"?(nan|inf|infinity)\"?", Pattern.CASE_INSENSITIVE);

    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private List<String> header = List.of();
    private int line;
    private int width;
    private int widthLine;

    private CsvReader() {}

    /** The table of the file; {@link ScenarioException} names line and column. */
    static CsvTable read(Path file) throws IOException {
        requireHeap(file);
        CsvReader reader = new CsvReader();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                reader.add(text);
            }
        }
        if (reader.rows.isEmpty()) {
            throw new ScenarioException("", "no rows; give at least one");
        }
        return new CsvTable(
                reader.header,
                reader.rows.toArray(double[][]::new),
                reader.lines.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Counts before anything is kept. */
    private static void requireHeap(Path file) throws IOException {
        long rows = 1;
        long commas = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    rows += buffer[i] == '\n' ? 1 : 0;
                    commas += buffer[i] == ',' ? 1 : 0;
                }
            }
        }
        InputFile.requireHeap(file, rows, rows + commas);
    }

    private void add(String text) {
        line++;
        String stripped = (line == 1 ? text.replace(BYTE_ORDER_MARK, "") : text).strip();
        if (stripped.isEmpty()) {
            return;
        }
        List<String> names = cells(stripped.replaceFirst("^#", ""));
        if (line == 1 && names.stream().allMatch(CsvReader::isName)) {
            checkWidth(names.size());
            header = names.stream().map(name -> name.replace("\"", "")).toList();
        } else {
            rows.add(row(cells(stripped)));
            lines.add(line);
        }
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isName(String cell) {
        return NAME.matcher(cell).matches() && !NOT_FINITE.matcher(cell).matches();
    }

    private double[] row(List<String> cells) {
        checkWidth(cells.size());
        double[] row = new double[cells.size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = number(cells.get(j), j + 1);
        }
        return row;
    }

    private void checkWidth(int found) {
        if (width == 0) {
            width = found;
            widthLine = line;
        }
        if (found != width) {
            throw ScenarioException.refused(
                    "line " + line, "a row of " + found, width + ", as line " + widthLine + " has");
        }
    }

    private double number(String cell, int column) {
        String path = "line " + line + ", column " + column;
        OptionalDouble number = NumberText.parse(cell);
        if (number.isEmpty()) {
            String accepted = line == 1 ? "a number, or names in all columns" : "a number";
            throw ScenarioException.refused(path, cell.isEmpty() ? "an empty value" : cell, accepted);
        }
        Check.finite(path, number.getAsDouble());
        return number.getAsDouble();
    }
}
