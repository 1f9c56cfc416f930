package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands of all studies have: a scenario, a machine, a folder. */
abstract class StudyOptions implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-<study>).")
    private Path out;

    private final String ownScenario;

    /**
     * @param ownScenario bundled, where none is given
     */
    StudyOptions(String ownScenario) {
        this.ownScenario = ownScenario;
    }

    /** The study that was asked for. */
    abstract Study study(Scenario read);

    /** The backend that it runs on. */
    Backend backend(MachineOptions options, Study study) {
        return options.backend(study);
    }

    @Override
    public final Integer call() throws IOException {
        ScenarioFile file = scenario.file(ownScenario);
        Scenario read = file.scenario();
        MemoryNeed.checkSchedules(read);
        StudyFields fields = new StudyFields(command).fill(file);
        Study study = fields.read(() -> study(read));
        return new StudySession(command, machine, read.name(), StudySession.Asked.of(command, read, fields), out)
                .run(study, backend(machine, study));
    }
}
