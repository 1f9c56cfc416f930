package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads scenarios from YAML. Every method throws {@link ScenarioException}, whose message starts with the file, when
 * the scenario cannot be run. Overrides map a path such as {@code population.agents} or
 * {@code target.mixture.weights[0]} to a value in YAML; they are applied in their order before anything is checked.
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    /** @param source a file, or the name of a bundled scenario or model */
    public static ScenarioFile read(String source) {
        return read(source, Map.of());
    }

    /** @param source a file, or the name of a bundled scenario or model */
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
            return bind(root, origin, folder);
        } catch (ScenarioException e) {
            throw e.from(origin);
        }
    }

    private static ScenarioFile bind(ObjectNode root, String origin, Path folder) {
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
                notes.stream().map(note -> origin + ": " + note).toList());
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
