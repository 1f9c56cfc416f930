package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Points at which the drift is asked for: a CSV of t, z and x. */
record PointTable(List<Point> points) {

    /** One line. @param text as it was written */
    record Point(double t, double[] z, double[] x, String text) {}

    /** @throws ScenarioException naming file, line and column of what is wrong */
    static PointTable read(Path file, int dimension) {
        List<String> lines = lines(file);
        String header = lines.isEmpty() ? "" : lines.get(0).replace(" ", "");
        if (!header.equals(header(dimension))) {
            throw ScenarioException.refused(file + ":1", "\"" + header + "\"", "the header " + header(dimension));
        }
        List<Point> points = new ArrayList<>();
        for (int n = 1; n < lines.size(); n++) {
            if (!lines.get(n).isBlank()) {
                points.add(point(file + ":" + (n + 1), lines.get(n).strip(), dimension));
            }
        }
        return new PointTable(points);
    }

    static String header(int dimension) {
        return "t" + columns("z", dimension) + columns("x", dimension);
    }

    /** ,name_0,..,name_{d-1} */
    static String columns(String name, int dimension) {
        StringBuilder text = new StringBuilder();
        for (int j = 0; j < dimension; j++) {
            text.append(',').append(name).append('_').append(j);
        }
        return text.toString();
    }

    /** ,value,..,value */
    static String values(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(',').append(value);
        }
        return text.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new ScenarioException(file.toString(), "no such file");
        } catch (IOException e) {
            throw new ScenarioException(file.toString(), "cannot be read as text: " + e.getMessage());
        }
    }

    private static Point point(String at, String line, int dimension) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2 * dimension + 1) {
            throw ScenarioException.refused(at, cells.length + " columns", Integer.toString(2 * dimension + 1));
        }
        double t = number(at, 1, cells[0]);
        if (!(t >= 0 && t < 1)) {
            throw ScenarioException.refused(at + ", column 1", cells[0], "a time in [0, 1)");
        }
        double[] z = new double[dimension];
        double[] x = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            z[j] = number(at, 2 + j, cells[1 + j]);
            x[j] = number(at, 2 + dimension + j, cells[1 + dimension + j]);
        }
        return new Point(t, z, x, line);
    }

    private static double number(String at, int column, String cell) {
        try {
            double value = Double.parseDouble(cell.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is not finite
        }
        throw ScenarioException.refused(at + ", column " + column, "\"" + cell.strip() + "\"", "a finite number");
    }
}
