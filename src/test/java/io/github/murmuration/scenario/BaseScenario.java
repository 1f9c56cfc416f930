package io.github.murmuration.scenario;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/** A small valid scenario of one line per section, and edits of it. */
final class BaseScenario {
    static final String YAML = """
            name: base
            model: guided-bridge
            initial: {mixture: {weights: [0.6, 0.4], means: [1.6, 5.5], standard-deviations: [0.5, 0.7]}}
            target: {gaussian: {mean: 0.5, standard-deviation: 0.2}}
            protocol: {breaks: 4, beta: 2}
            guidance: [mean-field, zero]
            population: {agents: 100, seed: 1}
            time: {steps: 50}
            output: {paths: 3}
            """;

    private BaseScenario() {}

    /** Each edit is a section that takes the place of the one of its name, or "- name", which drops it. */
    static String edited(String edits) {
        String text = YAML;
        for (String edit : edits.strip().split("\n(?! )")) {
            boolean drop = edit.startsWith("- ");
            String section = drop ? edit.substring(2) : edit.substring(0, edit.indexOf(':'));
            text = text.replaceAll("(?m)^" + section + ":.*\n", "") + (drop ? "" : edit + "\n");
        }
        return text;
    }

    static Scenario read(String edits) {
        return readFile(edits).scenario();
    }

    static ScenarioFile readFile(String edits) {
        return ScenarioReader.parse("my.yaml", edited(edits), data(), Map.of());
    }

    /** The folder of the data files of the tests. */
    static Path data() {
        try {
            return Path.of(BaseScenario.class.getResource("/scenario").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
