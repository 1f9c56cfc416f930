package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads scenarios from YAML. Every method throws {@link ScenarioException}, whose message starts with the file, when
 * the scenario cannot be run. Overrides map a path such as {@code population.agents} or
 * {@code target.mixture.weights[0]} to a value in YAML; they are applied in their order before anything is checked.
 */
public final class ScenarioReader {
    private static final String STUDY = "study";

    private ScenarioReader() {}

    /**
     * What a file asks of a study, by field, each a value or a list of them; of a study without a scenario it is all that there is.
     *
     * @param source a file; nothing is asked by a bundled name
     */
    public static Map<String, List<String>> study(String source) {
        if (!isFile(source)) {
            return Map.of();
        }
        try {
            return study(mapping(YamlTree.parse(InputFile.text(Path.of(source)))));
        } catch (ScenarioException e) {
            throw e.from(source);
        }
    }

    /**
     * The same of a file that has nothing else.
     *
     * @throws ScenarioException no such file, or it asks for no study
     */
    public static Map<String, List<String>> requireStudy(String file) {
        try {
            InputFile.check(Path.of(file));
        } catch (ScenarioException e) {
            throw e.from(file);
        } catch (InvalidPathException e) {
            throw new ScenarioException(file, "not a file name");
        }
        Map<String, List<String>> study = study(file);
        if (study.isEmpty()) {
            throw new ScenarioException(STUDY, "missing; give the options of a study").from(file);
        }
        return study;
    }

    /** A scenario of agents in the words of its source, with changes and with the defaults that it leaves out. */
    public static ScenarioDocument document(String source, Map<String, String> overrides) {
        ScenarioFile file = read(source, overrides);
        String text = isFile(source)
                ? InputFile.text(Path.of(source))
                : BundledScenarios.names().contains(source)
                        ? BundledScenarios.text(source)
                        : BundledModels.text(source);
        ObjectNode root = mapping(YamlTree.parse(text));
        Overrides.apply(root, overrides);
        root.remove(STUDY);
        return ScenarioDocument.inWordsOf(root, file.experiment());
    }

    /**
     * @param source a file, or the name of a bundled scenario or model
     */
    public static ScenarioFile read(String source) {
        return read(source, Map.of());
    }

    /**
     * @param source a file, or the name of a bundled scenario or model
     */
    public static ScenarioFile read(String source, Map<String, String> overrides) {
        if (!isFile(source) && BundledScenarios.names().contains(source)) {
            return parse(source, BundledScenarios.text(source), Path.of(""), overrides);
        }
        if (!isFile(source) && BundledModels.names().contains(source)) {
            return parse(source, BundledModels.text(source), Path.of(""), overrides);
        }
        if (!exists(source)) {
            throw BundledScenarios.unknown(source);
        }
        return read(Path.of(source), overrides);
    }

    public static ScenarioFile read(Path file, Map<String, String> overrides) {
        String text;
        try {
            text = InputFile.text(file);
        } catch (ScenarioException e) {
            throw e.from(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        return parse(file.toString(), text, folder, overrides);
    }

    /**
     * @param origin what messages call the text
     * @param folder where the data files that the text names lie
     */
    public static ScenarioFile parse(String origin, String yaml, Path folder, Map<String, String> overrides) {
        try {
            ObjectNode root = mapping(YamlTree.parse(yaml));
            Overrides.apply(root, overrides);
            Map<String, List<String>> study = study(root);
            return bind(root, origin, folder, study);
        } catch (ScenarioException e) {
            throw e.from(origin);
        }
    }

    /** What the file asks of a study, by field, each a value or a list of them. Taken out of the tree. */
    private static Map<String, List<String>> study(ObjectNode root) {
        Map<String, List<String>> study = new LinkedHashMap<>();
        JsonNode given = root.remove(STUDY);
        if (given != null) {
            new YamlNode(STUDY, given)
                    .fields("the options of a study")
                    .forEach((name, node) -> study.put(name, values(node)));
        }
        return study;
    }

    private static List<String> values(YamlNode node) {
        List<YamlNode> items = node.isList() ? node.items("values") : List.of(node);
        return items.stream().map(item -> item.source("a value")).toList();
    }

    private static ScenarioFile bind(ObjectNode root, String origin, Path folder, Map<String, List<String>> study) {
        List<String> notes = new ArrayList<>();
        YamlNode node = new YamlNode("", root);
        LawBinder laws = new LawBinder(folder, notes);
        Experiment experiment = root.path("model").asText().equals(CloudScenario.MODEL)
                ? CloudScenarioBinder.scenario(node, folder, laws, defaultName(origin))
                : ofAgents(node, laws, defaultName(origin));
        String description = node.find("description").map(YamlNode::text).orElse("");
        return new ScenarioFile(
                origin,
                experiment,
                description.strip().replaceAll("\\s+", " "),
                notes.stream().map(note -> origin + ": " + note).toList(),
                study);
    }

    private static Scenario ofAgents(YamlNode node, LawBinder laws, String name) {
        node.allow(ScenarioFields.ROOT);
        ScenarioBuilder builder = Scenario.builder().name(name);
        new ScenarioBinder(laws).bind(node, builder);
        return builder.build();
    }

    private static ObjectNode mapping(JsonNode root) {
        if (Plain.isNothing(root)) {
            throw new ScenarioException("", "the file is empty; give a scenario");
        }
        if (root instanceof ObjectNode mapping) {
            return mapping;
        }
        throw new YamlNode("", root).refused("a mapping with " + String.join(", ", ScenarioFields.ROOT));
    }

    /** The name of the file without its ending, in the letters that a name may have. */
    private static String defaultName(String origin) {
        String file = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
        String stem = file.replaceFirst("\\.ya?ml$", "");
        String name = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "scenario" : name;
    }

    private static boolean isFile(String source) {
        return exists(source) && !Files.isDirectory(Path.of(source));
    }

    private static boolean exists(String source) {
        try {
            return Files.exists(Path.of(source));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
