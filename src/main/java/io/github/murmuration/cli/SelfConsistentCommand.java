package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.selfconsistent.SelfConsistent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "self-consistent",
        description = "Guidance that the population's mean reproduces, by damped iteration: exact and simulated.",
        mixinStandardHelpOptions = true)
final class SelfConsistentCommand extends StudyOptions {

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
            description = "Largest number of iterations (default: ${DEFAULT-VALUE}).")
    private String iterations;

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            defaultValue = "1e-6",
            description = "Largest difference of mean and guidance at which it stops (default: ${DEFAULT-VALUE}).")
    private String tolerance;

    SelfConsistentCommand() {
        super("linearity");
    }

    @Override
    Study study(Scenario read) {
        return new SelfConsistent(read, effort());
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
