package io.github.murmuration.cloud.file;

import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of a ply file up to end_header, as far as the points need them: what comes after the vertices is left alone.
 *
 * @param vertices n >= 1
 * @param types of the properties of a vertex, in their order
 * @param coordinates which of the properties are x, y and z [d]
 */
record PlyHeader(PlyEncoding encoding, int vertices, List<PlyType> types, int[] coordinates) {

    private static final int MOST_PROPERTIES = 256;

    static PlyHeader read(TextLines lines) throws IOException {
        return new Reading(lines).header();
    }

    /** Bytes of a vertex in binary form. */
    int stride() {
        return types.stream().mapToInt(PlyType::bytes).sum();
    }

    /** Where a property begins within a vertex in binary form. */
    int offset(int property) {
        return types.stream().limit(property).mapToInt(PlyType::bytes).sum();
    }

    private static final class Reading {

        private final TextLines lines;
        private final List<PlyType> types = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private PlyEncoding encoding;
        private int vertices;
        private int elements;

        Reading(TextLines lines) {
            this.lines = lines;
        }

        PlyHeader header() throws IOException {
            if (!lines.next("ply").equals("ply")) {
                throw new ScenarioException(lines.place(), "not a ply file: its first line is not \"ply\"");
            }
            for (String line = next(); !line.equals("end_header"); line = next()) {
                take(line.split("\\s+"), line);
            }
            if (encoding == null || vertices == 0) {
                String missing = encoding == null ? "format" : "element vertex";
                throw new ScenarioException(lines.place(), "no line \"" + missing + "\" before end_header; give one");
            }
            return new PlyHeader(encoding, vertices, types, coordinates());
        }

        private String next() throws IOException {
            return lines.next("the rest of the header, up to end_header");
        }

        private void take(String[] words, String line) {
            switch (words[0]) {
                case "comment", "obj_info", "" -> {}
                case "format" -> encoding = encoding(words, line);
                case "element" -> element(words, line);
                case "property" -> property(words, line);
                default -> throw refused(line, "format, element, property, comment, obj_info or end_header");
            }
        }

        private PlyEncoding encoding(String[] words, String line) {
            for (PlyEncoding each : PlyEncoding.values()) {
                if (words.length == 3 && words[1].equals(each.toString()) && words[2].equals("1.0")) {
                    return each;
                }
            }
            String names = Arrays.stream(PlyEncoding.values())
                    .map(PlyEncoding::toString)
                    .collect(Collectors.joining(", "));
            throw refused(line, "format, one of " + names + ", and 1.0");
        }

        private void element(String[] words, String line) {
            elements++;
            if (elements == 1) {
                boolean counted = words.length == 3 && words[1].equals("vertex") && words[2].matches("\\d{1,9}");
                vertices = counted ? Integer.parseInt(words[2]) : 0;
                if (vertices == 0) {
                    throw refused(line, "element vertex and their number first, at least 1 and below 1e9");
                }
            }
        }

        private void property(String[] words, String line) {
            if (elements == 0) {
                throw refused(line, "a property after an element");
            }
            if (elements > 1) {
                return;
            }
            PlyType type = words.length == 3 ? PlyType.of(words[1]).orElse(null) : null;
            if (type == null || types.size() == MOST_PROPERTIES) {
                throw refused(
                        line,
                        "at most " + MOST_PROPERTIES + " properties of a vertex, each a type of number and a name");
            }
            types.add(type);
            names.add(words[2]);
        }

        private int[] coordinates() {
            int[] at = TextClouds.AXES
                    .chars()
                    .map(axis -> names.indexOf(String.valueOf((char) axis)))
                    .takeWhile(index -> index >= 0)
                    .toArray();
            if (at.length == 0 || at.length < 3 && names.contains("z")) {
                throw ScenarioException.refused("", "properties " + names, "x, or x and y, or x, y and z among them");
            }
            return at;
        }

        private ScenarioException refused(String line, String accepted) {
            return ScenarioException.refused(lines.place(), line, accepted);
        }
    }
}
