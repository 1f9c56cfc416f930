package io.github.murmuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a study, their columns and the types of these: as it wrote them, and as the page of the data of studies has them. */
public final class StudyTables {

    private static final Path PAGE = Path.of("src/site/markdown/study-data.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");
    private static final String SUMMARY = "summary.json";

    /** Of every folder of results, or stated elsewhere: {@code outputs.md} and {@code data.md}. */
    private static final Set<String> USUAL = Set.of("scenario", "run", "tables", "notes");

    private static final Set<String> DRAWN = Set.of("html", "svg", "png");

    private static final String UNKNOWN = "";

    /** From narrow to wide; {@code NaN} may be of any. */
    private static final List<String> TYPES = List.of(UNKNOWN, "whole", "number", "text");

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> general;

    /** @param general what stands on the page for what matches a pattern, in names such as {@code rates.csv: low} */
    public StudyTables(Map<String, String> general) {
        this.general = general;
    }

    /** What a study left in a folder, beside what was added before. */
    public StudyTables add(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                String ending = name.substring(name.lastIndexOf('.') + 1);
                if (name.startsWith("input-") || name.equals("scenario.yaml") || DRAWN.contains(ending)) {
                    continue; // of runs too
                }
                if (ending.equals("csv")) {
                    table(name, Files.readAllLines(file));
                } else if (ending.equals("npz")) {
                    arrays(name, file);
                } else if (name.equals(SUMMARY)) {
                    add(new ObjectMapper().readTree(file.toFile()));
                } else {
                    put(name.replaceFirst("-\\d+\\.", "-NUMBER."), "", "");
                }
            }
        }
        return this;
    }

    /** The keys of a summary. */
    public StudyTables add(JsonNode summary) {
        summary.properties().forEach(field -> {
            if (!USUAL.contains(field.getKey())) {
                keys(field.getKey(), field.getValue());
            }
        });
        return this;
    }

    /** The tables of a summary, for a study that has written none. */
    public StudyTables addTables(JsonNode summary) {
        summary.get("tables")
                .properties()
                .forEach(table -> table.getValue()
                        .forEach(row -> row.properties()
                                .forEach(cell -> put(
                                        table.getKey() + ".csv",
                                        cell.getKey(),
                                        type(
                                                cell.getValue().isNull()
                                                        ? "NaN"
                                                        : cell.getValue().asText())))));
        return this;
    }

    /**
     * Fails where the page has less or more in a section.
     * @param without files, and keys of the summary, that this study had no reason to write
     */
    public void areOnThePage(String section, String... without) throws IOException {
        assertEquals("", missing(section) + gone(section, List.of(without)));
    }

    /** Fails where the page has less in a section. */
    public void areAmongThoseOfThePage(String section) throws IOException {
        assertEquals("", missing(section));
    }

    private String missing(String section) throws IOException {
        Map<String, String> page = page(section);
        return types.entrySet().stream()
                .filter(each -> !page.containsKey(each.getKey())
                        || TYPES.indexOf(each.getValue()) > TYPES.indexOf(page.get(each.getKey())))
                .map(each -> each.getKey() + " (" + each.getValue() + ") is not on " + PAGE + "\n")
                .collect(Collectors.joining());
    }

    private String gone(String section, List<String> without) throws IOException {
        return page(section).keySet().stream()
                .filter(each ->
                        !types.containsKey(each) && !without.contains(each) && !without.contains(each.split(":")[0]))
                .map(each -> each + " is on " + PAGE + ", but was not written\n")
                .collect(Collectors.joining());
    }

    private void keys(String key, JsonNode value) {
        put(SUMMARY, key, "");
        children(value).forEach(child -> child.properties().forEach(field -> keys(field.getKey(), field.getValue())));
    }

    private static List<JsonNode> children(JsonNode value) {
        List<JsonNode> children = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(child -> children.addAll(children(child)));
        } else {
            children.add(value);
        }
        return children;
    }

    private void table(String file, List<String> lines) {
        List<String> header = cells(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            assertEquals(header.size(), cells.size(), file + ": " + line);
            for (int c = 0; c < header.size(); c++) {
                put(file, header.get(c), type(cells.get(c)));
            }
        }
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(cell ->
                        cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""))
                .toList();
    }

    private static String type(String cell) {
        if (cell.equals("NaN")) {
            return UNKNOWN;
        }
        if (cell.matches("-?\\d+")) {
            return TYPES.get(1);
        }
        return cell.matches("-?(\\d+\\.\\d+(E-?\\d+)?|Infinity)") ? TYPES.get(2) : TYPES.get(3);
    }

    private void arrays(String file, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                put(file, entry.getName().replaceFirst("\\.npy$", ""), TYPES.get(2));
            }
        }
    }

    private void put(String file, String column, String type) {
        String name = file + ": " + column;
        for (Map.Entry<String, String> each : general.entrySet()) {
            name = name.replaceAll(each.getKey(), each.getValue());
        }
        types.merge(name, type, (a, b) -> TYPES.indexOf(a) > TYPES.indexOf(b) ? a : b);
    }

    private static Map<String, String> page(String section) throws IOException {
        Map<String, String> types = new TreeMap<>();
        String text = Files.readString(PAGE).split("\n## " + section + "\n")[1].split("\n## ")[0];
        String file = "";
        for (String line :
                text.lines().filter(each -> each.startsWith("| ")).skip(2).toList()) {
            String[] cells = line.split(" *\\| ?");
            List<String> files = codes(cells[1]);
            file = files.isEmpty() ? file : files.get(0);
            List<String> columns = codes(file.equals(SUMMARY) ? line.replace("`" + SUMMARY + "`", "") : cells[2]);
            for (String column : columns.isEmpty() ? List.of("") : columns) {
                types.put(file + ": " + column, file.equals(SUMMARY) || columns.isEmpty() ? "" : cells[3]);
            }
        }
        return types;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }
}
