package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.path.PathConvergence;
import io.github.murmuration.study.path.PathLaws;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "path-convergence",
        description = "Paths from p patterns against those of infinitely many: distances, tails, extrapolation.",
        mixinStandardHelpOptions = true)
final class PathConvergenceCommand extends StudyOptions {

    /** States are of the size of its root, in float32. */
    private static final double LONGEST = 1e12;

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

    @Option(
            names = "--construction",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Compare the laws of paths by these constructions instead, for 2, 4, 8, ... steps: all, or some of "
                        + "backward-small-step, backward-exact, forward-one-step, forward-two-step, symmetric."
            })
    private List<String> constructions = List.of();

    PathConvergenceCommand() {
        super("path-convergence");
    }

    /** Patterns and paths have streams of their own, which cuRAND does not have. */
    @Override
    Backend backend(MachineOptions options, Study study) {
        options.requirePhilox("");
        return super.backend(options, study);
    }

    @Override
    Study study(Scenario read) {
        return constructions.isEmpty()
                ? new PathConvergence(read, effort())
                : new PathLaws(read, effort(), constructions);
    }

    private PathConvergence.Effort effort() {
        double largest = Numbers.positive("--patterns", patterns);
        if (largest < 10 || largest > 1e6 || largest != Math.rint(largest)) {
            throw ScenarioException.refused("--patterns", patterns, "a whole number from 10 to 1e6");
        }
        double time = Numbers.positive("--horizon", horizon);
        if (time > LONGEST) {
            throw ScenarioException.refused("--horizon", horizon, "a number of at most 1e12");
        }
        return new PathConvergence.Effort(time, (int) largest, Numbers.positive("--evaluations", evaluations));
    }
}
