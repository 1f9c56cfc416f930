package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.redistribution.Redistribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "redistribution",
        description = "Control energy by sub-population and coordinate, under mean-field guidance and under others.",
        mixinStandardHelpOptions = true)
final class RedistributionCommand extends StudyOptions {

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "20",
            description = "Populations among which the agents are divided, at least 4 (default: ${DEFAULT-VALUE}).")
    private String replicas;

    RedistributionCommand() {
        super("demand-response-d10");
    }

    @Override
    Study study(Scenario read) {
        return new Redistribution(read, (int) Numbers.whole("--replicas", replicas, 4, 10_000));
    }
}
