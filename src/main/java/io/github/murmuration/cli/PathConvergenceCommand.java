package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.path.PathConvergence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "path-convergence",
        description = "Paths from p patterns against those of infinitely many: distances, tails, extrapolation.",
        mixinStandardHelpOptions = true)
final class PathConvergenceCommand extends StudyOptions {

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
            description = "Pattern evaluations for the distances, at most (default: ${DEFAULT-VALUE}).")
    private String evaluations;

    PathConvergenceCommand() {
        super("path-convergence");
    }

    @Override
    Study study(Scenario read) {
        return new PathConvergence(read, effort());
    }

    @Override
    Backend backend(MachineOptions options) {
        return options.backendForPatterns();
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
