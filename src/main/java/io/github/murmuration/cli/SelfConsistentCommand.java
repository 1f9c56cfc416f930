package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.selfconsistent.SelfConsistent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "self-consistent",
        description = "Guidance that the population's mean reproduces, by damped iteration: exact and simulated.",
        mixinStandardHelpOptions = true)
final class SelfConsistentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--damping",
            paramLabel = "zeta",
            defaultValue = "0.7",
            description = "Share of the new mean, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
    private String damping;

    @Option(
            names = "--iterations",
            paramLabel = "I",
            defaultValue = "40",
            description = "Most iterations (default: ${DEFAULT-VALUE}).")
    private String iterations;

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            defaultValue = "1e-6",
            description = "Of the largest change that the mean would make (default: ${DEFAULT-VALUE}).")
    private String tolerance;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-<study>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("linearity");
        SelfConsistent study = new SelfConsistent(read, effort());
        return new StudySession(command, machine, read, out).run(study, machine.backend());
    }

    private SelfConsistent.Effort effort() {
        double zeta = Numbers.positive("--damping", damping);
        if (zeta > 1) {
            throw ScenarioException.refused("--damping", damping, "a number above 0 and at most 1");
        }
        int most = (int) Numbers.whole("--iterations", iterations, 1, 100_000);
        return new SelfConsistent.Effort(zeta, Numbers.positive("--tolerance", tolerance), most);
    }
}
