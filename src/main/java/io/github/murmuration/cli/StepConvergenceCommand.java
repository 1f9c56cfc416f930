package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.step.StepConvergence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "step-convergence",
        description =
                "Errors of the time step, strong and weak: their orders, and the number of steps for an accuracy.",
        mixinStandardHelpOptions = true)
final class StepConvergenceCommand extends StudyOptions {

    @Option(
            names = "--doublings",
            paramLabel = "D",
            defaultValue = "4",
            description = "How often the scenario's steps are doubled, at least 2 (default: ${DEFAULT-VALUE}).")
    private String doublings;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "64",
            description = "Populations among which the agents are divided, at least 8 (default: ${DEFAULT-VALUE}).")
    private String replicas;

    @Option(
            names = "--accuracy",
            paramLabel = "E",
            defaultValue = "1e-3",
            description = "Error for which a number of steps is given (default: ${DEFAULT-VALUE}).")
    private String accuracy;

    StepConvergenceCommand() {
        super("mean-field-ou");
    }

    /** Increments of cuRAND are not shared by steps of different length where there are several sources. */
    @Override
    Backend backend(MachineOptions options, Study study) {
        options.requirePhilox(": steps of this study share their noise");
        return options.backend(study);
    }

    @Override
    Study study(Scenario read) {
        return new StepConvergence(
                read,
                new StepConvergence.Effort(
                        (int) Numbers.whole("--doublings", doublings, 2, 16),
                        (int) Numbers.whole("--replicas", replicas, 8, 100_000),
                        Numbers.positive("--accuracy", accuracy)));
    }
}
