package io.github.murmuration.scenario;

/** What a scenario file asks for: agents that are simulated, or clouds that are generated. */
public sealed interface Experiment permits Scenario, CloudScenario {

    /** The name, which is that of a folder of outputs. */
    String name();

    /** @throws ScenarioException it has characters that names of folders may lack */
    static void checkName(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            String accepted = "letters, digits, '.', '_' and '-', a letter or digit first";
            throw ScenarioException.refused("name", name.isEmpty() ? "an empty value" : name, accepted);
        }
    }
}
