package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.path.PathConvergence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "path-convergence",
        description = "Paths from p patterns against those of infinitely many: distances, tails, extrapolation.",
        mixinStandardHelpOptions = true)
final class PathConvergenceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--patterns",
            paramLabel = "p",
            defaultValue = "1e4",
            description = "Largest number of patterns (default: ${DEFAULT-VALUE}).")
    private String patterns;

    @Option(
            names = "--horizon",
            paramLabel = "B",
            defaultValue = "10",
            description = "Time between start and target, for unit diffusion (default: ${DEFAULT-VALUE}).")
    private String horizon;

    @Option(
            names = "--evaluations",
            paramLabel = "E",
            defaultValue = "5e9",
            description = "Pattern evaluations to spend on the distances (default: ${DEFAULT-VALUE}).")
    private String evaluations;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-<study>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("path-convergence");
        PathConvergence study = new PathConvergence(read, effort());
        return new StudySession(command, machine, read, out).run(study, machine.backendForPatterns());
    }

    private PathConvergence.Effort effort() {
        double largest = Numbers.positive("--patterns", patterns);
        if (largest < 10 || largest > 1e6) {
            throw ScenarioException.refused("--patterns", patterns, "a number from 10 to 1e6");
        }
        return new PathConvergence.Effort(
                Numbers.positive("--horizon", horizon),
                (int) Math.round(largest),
                Numbers.positive("--evaluations", evaluations));
    }
}
