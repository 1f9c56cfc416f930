package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.study.generation.CloudProblem;
import io.github.murmuration.study.generation.CloudRun;
import io.github.murmuration.study.generation.CloudWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One run that generates clouds, from the command line: its batches are kept as the cases of a study are. */
record CloudSession(CommandSpec command, MachineOptions machine, CloudScenario scenario, Path folder) {

    /**
     * @return exit status
     */
    int run() throws IOException {
        machine.requirePhilox("");
        CloudProblem problem = CloudProblem.of(scenario);
        CloudRun run = new CloudRun(problem);
        Backend backend = machine.backend(run);
        if (!machine.quiet()) {
            command.commandLine()
                    .getErr()
                    .println(scenario.name() + ": " + CloudWords.of(problem) + " Backend " + backend.name() + " ("
                            + backend.availability().detail() + ").");
        }
        StudySession.Asked asked =
                new StudySession.Asked(ScenarioWriter.toYaml(scenario), List.of(), ScenarioDocument.of(scenario));
        return new StudySession(command, machine, scenario.name(), asked, folder).run(run, backend);
    }
}
