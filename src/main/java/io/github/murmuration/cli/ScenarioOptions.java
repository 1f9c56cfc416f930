package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioFile;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** The scenario of a command. */
final class ScenarioOptions extends ScenarioChanges {

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

    /** A file or a bundled name, as it was given. */
    String source() {
        return source;
    }
}
