package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The scenario of a command. */
class ScenarioOptions extends ScenarioChanges {

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or the name of a bundled scenario or model.")
    private String source;

    Scenario read() {
        return readFrom(source);
    }

    /** Agents that are simulated, or clouds that are generated. */
    ScenarioFile file() {
        return fileOf(source);
    }

    /**
     * The same scenario with other values of some fields, without notes.
     * @param fields YAML by path
     */
    Scenario with(Map<String, String> fields) {
        return readWith(source, fields);
    }

    /**
     * The study that the source asks for; empty where it asks for none.
     *
     * @throws ScenarioException it asks for one without a name
     */
    Optional<String> studyName() {
        Map<String, List<String>> study = ScenarioReader.study(source);
        if (study.isEmpty()) {
            return Optional.empty();
        }
        if (study.getOrDefault("name", List.of()).size() != 1) {
            throw new ScenarioException("study.name", "missing; give the name of a study").from(source);
        }
        return Optional.of(study.get("name").get(0));
    }

    /** The scenario in the words of the source, changed and complete. */
    ScenarioDocument document() {
        return documentOf(source);
    }

    /** A file or a bundled name, as it was given. */
    String source() {
        return source;
    }
}
