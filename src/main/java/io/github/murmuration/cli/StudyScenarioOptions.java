package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import picocli.CommandLine.Parameters;

/** The scenario of a study, which has one of its own where none is given. */
final class StudyScenarioOptions extends ScenarioChanges {

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "A scenario file, or the name of a bundled one (default: one of the study's own).")
    private String source;

    /**
     * @param ownScenario bundled, where none is given
     * @throws ScenarioException the scenario names one replica
     */
    ScenarioFile file(String ownScenario) {
        ScenarioFile file = fileOf(source == null ? ownScenario : source);
        if (file.clouds().isEmpty() && file.scenario().population().replica().isPresent()) {
            throw new ScenarioException("population.replica", "a study has replicas of its own; leave it out")
                    .from(file.origin());
        }
        return file;
    }
}
