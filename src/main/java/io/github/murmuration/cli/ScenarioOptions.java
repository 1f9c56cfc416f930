package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import picocli.CommandLine.Parameters;

/** The scenario of a command. */
final class ScenarioOptions extends ScenarioChanges {

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or the name of a bundled scenario or model.")
    private String source;

    Scenario read() {
        return readFrom(source);
    }
}
