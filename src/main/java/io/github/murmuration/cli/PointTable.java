package io.github.murmuration.cli;

import io.github.murmuration.scenario.CsvTable;
import io.github.murmuration.scenario.ScenarioException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points at which the drift is asked for: a CSV of t, z and x. */
record PointTable(List<Point> points) {

    record Point(double t, double[] z, double[] x) {}

    /** @throws ScenarioException naming file, line and column of what is wrong */
    static PointTable read(Path file, int dimension) {
        CsvTable table = CsvTable.read(file);
        String header = String.join(",", table.header());
        if (!header.equals(header(dimension))) {
            throw ScenarioException.refused(file + ": line 1", "\"" + header + "\"", "the header " + header(dimension));
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < table.rows().length; i++) {
            points.add(point(file + ": line " + table.lines()[i], table.rows()[i], dimension));
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

    private static Point point(String at, double[] row, int dimension) {
        if (!(row[0] >= 0 && row[0] < 1)) {
            throw ScenarioException.refused(at + ", column 1", row[0], "a time in [0, 1)");
        }
        double[] z = Arrays.copyOfRange(row, 1, 1 + dimension);
        // -0 is 0, but does not compare as 0
        return new Point(row[0] + 0.0, z, Arrays.copyOfRange(row, 1 + dimension, row.length));
    }
}
