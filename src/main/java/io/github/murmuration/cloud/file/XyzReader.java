package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.InputFile;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two kinds of xyz files: lines of one to three numbers, a point each, with empty lines and lines that start with '#' skipped; and the
 * chemists' frames, a cloud each: a line with the number of atoms, a line of comment, and a line "symbol x y z" for every atom, of which
 * more columns are not read.
 */
final class XyzReader {

    private static final int ATOM = 4;

    private final TextLines lines;

    private XyzReader(TextLines lines) {
        this.lines = lines;
    }

    static List<Cloud> read(Path file) throws IOException {
        long most = TextLines.count(file);
        InputFile.requireHeap(file, most, most * Cloud.MOST_DIMENSIONS);
        boolean frames = hasFrames(file);
        try (TextLines lines = new TextLines(file)) {
            XyzReader reader = new XyzReader(lines);
            return frames ? reader.frames(most) : List.of(reader.points());
        }
    }

    /** Whether the third line is that of an atom: a line of numbers has three at most. */
    private static boolean hasFrames(Path file) throws IOException {
        try (TextLines lines = new TextLines(file)) {
            String first = lines.next();
            lines.next();
            String third = lines.next();
            return third != null && first.matches("\\d+") && cells(third).length >= ATOM;
        }
    }

    private Cloud points() throws IOException {
        List<double[]> points = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                points.add(point(cells(line), points.isEmpty() ? 0 : points.get(0).length));
            }
        }
        if (points.isEmpty()) {
            throw new ScenarioException("", "no points; give at least one");
        }
        return new Cloud(points.toArray(double[][]::new));
    }

    /** @param expected number of coordinates; 0 for the first point */
    private double[] point(String[] cells, int expected) {
        if (expected > 0 ? cells.length != expected : cells.length > Cloud.MOST_DIMENSIONS) {
            String accepted = expected > 0 ? expected + ", as the first has" : "1 to " + Cloud.MOST_DIMENSIONS;
            throw ScenarioException.refused(lines.place(), "a point of " + cells.length + " numbers", accepted);
        }
        return numbers(cells, 0, cells.length);
    }

    private List<Cloud> frames(long most) throws IOException {
        List<Cloud> frames = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                frames.add(frame(line, most));
            }
        }
        return frames;
    }

    private Cloud frame(String count, long most) throws IOException {
        if (!count.matches("\\d{1,9}") || Integer.parseInt(count) < 1 || Integer.parseInt(count) > most) {
            String accepted = "the number of atoms of a frame, from 1 to the lines that there are";
            throw ScenarioException.refused(lines.place(), count, accepted);
        }
        lines.next("a line of comment");
        double[][] points = new double[Integer.parseInt(count)][];
        for (int i = 0; i < points.length; i++) {
            String[] cells = cells(lines.next("atom " + (i + 1) + " of " + count));
            if (cells.length < ATOM) {
                throw ScenarioException.refused(
                        lines.place(), String.join(" ", cells), "the symbol and three numbers of an atom");
            }
            points[i] = numbers(cells, 1, ATOM);
        }
        return new Cloud(points);
    }

    private double[] numbers(String[] cells, int from, int end) {
        double[] numbers = new double[end - from];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = Points.number(lines.place() + ", column " + (from + j + 1), cells[from + j]);
        }
        return numbers;
    }

    private static String[] cells(String line) {
        return line.split("\\s+");
    }
}
