package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.murmuration.file.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario as it is stored with results: the text of {@code scenario.yaml}, with every default, and the files of data that the text names
 * with their SHA-256. Read again it asks for the same, to the last bit.
 *
 * @param yaml what {@link ScenarioReader} reads
 * @param inputs by name of the file
 */
public record ScenarioDocument(String yaml, Map<String, Content> inputs) {
    private static final String STUDY = "study";

    /** Of agents or clouds. */
    public static ScenarioDocument of(Experiment experiment) {
        FiledArrays arrays = new FiledArrays();
        return new ScenarioDocument(ScenarioWriter.toYaml(experiment, arrays), arrays.files());
    }

    /** Of a study that has no scenario. */
    public static ScenarioDocument none() {
        return new ScenarioDocument("", Map.of());
    }

    /**
     * In the words of a file, with the defaults that it leaves out.
     *
     * @param root what the file says
     */
    static ScenarioDocument inWordsOf(ObjectNode root, Experiment experiment) {
        ScenarioDocument whole = of(experiment);
        JsonNode completed = ScenarioTree.completed(root, YamlTree.parse(whole.yaml));
        return new ScenarioDocument(ScenarioTree.text((ObjectNode) completed), whole.inputs);
    }

    /**
     * The same with what a study was asked for, under {@code study}.
     *
     * @param options by name: each a value, or a list of them
     */
    public ScenarioDocument study(String name, Map<String, List<String>> options) {
        Map<String, List<String>> all = new LinkedHashMap<>(Map.of("name", List.of(name)));
        all.putAll(options);
        StringBuilder text = new StringBuilder(yaml).append(STUDY).append(":\n");
        all.forEach((field, values) -> text.append("  ")
                .append(field)
                .append(": ")
                .append(values.size() == 1 ? ScenarioTree.scalar(values.get(0)) : ScenarioTree.list(values))
                .append('\n'));
        return new ScenarioDocument(text.toString(), inputs);
    }

    /** The text as JSON: maps, lists, texts, numbers and truth values. */
    public Object json() {
        return ScenarioTree.json(YamlTree.parse(yaml));
    }
}
