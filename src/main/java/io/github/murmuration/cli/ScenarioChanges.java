package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the command line changes in a scenario. */
abstract class ScenarioChanges {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--agents", paramLabel = "N", description = "Number of agents; 1e6 and 1_000_000 are numbers too.")
    private String agents;

    @Option(names = "--steps", paramLabel = "n", description = "Number of time steps.")
    private String steps;

    @Option(names = "--seed", paramLabel = "s", description = "Seed of the noise (64 bits).")
    private String seed;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Change any field of the scenario; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    /**
     * Reads a scenario and changes it; notes about it go to standard error.
     * @param source a file or a bundled name
     */
    final Scenario readFrom(String source) {
        return fileOf(source).scenario();
    }

    /** The same, agents or clouds. */
    final ScenarioFile fileOf(String source) {
        ScenarioFile file = ScenarioReader.read(source, overrides());
        file.notes().forEach(note -> command.commandLine().getErr().println("murmuration: " + note));
        return file;
    }

    /** The scenario in the words of the source, changed and complete. */
    final ScenarioDocument documentOf(String source) {
        return ScenarioReader.document(source, overrides());
    }

    /**
     * The same with further changes, without notes.
     * @param fields YAML by path
     */
    final Scenario readWith(String source, Map<String, String> fields) {
        Map<String, String> all = overrides();
        all.putAll(fields);
        return ScenarioReader.read(source, all).scenario();
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>(set);
        put(overrides, "population.agents", agents);
        put(overrides, "time.steps", steps);
        put(overrides, "population.seed", seed);
        addTo(overrides);
        return overrides;
    }

    /** What other options change, by path. */
    void addTo(Map<String, String> overrides) {}

    static void put(Map<String, String> overrides, String path, String value) {
        if (value != null) {
            overrides.put(path, value);
        }
    }
}
