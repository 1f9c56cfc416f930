package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.linearity.Linearity;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "linearity",
        description = "The mean of N agents against the straight line: bands, rate in N, limits of N and dt, verdicts.",
        mixinStandardHelpOptions = true)
final class LinearityCommand extends StudyOptions {

    @Option(
            names = "--sizes",
            paramLabel = "N,N,..",
            split = ",",
            description = "Numbers of agents (default: powers of ten from 100 up to population.agents).")
    private String[] sizes;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "32",
            description = "Independent populations of each size, at least 4 (default: ${DEFAULT-VALUE}).")
    private String replicas;

    LinearityCommand() {
        super("linearity");
    }

    @Override
    Study study(Scenario read) {
        return new Linearity(read, new Linearity.Effort(sizes(read), replicas()));
    }

    private int replicas() {
        return (int) Numbers.whole("--replicas", replicas, 4, 10_000);
    }

    private long[] sizes(Scenario read) {
        if (sizes == null) {
            return Linearity.Effort.sizesUpTo(read.population().agents());
        }
        long[] increasing = Arrays.stream(sizes)
                .mapToLong(size -> Numbers.whole("--sizes", size, 2, 1_000_000_000_000L))
                .sorted()
                .toArray();
        if (Arrays.stream(increasing).distinct().count() < increasing.length) {
            throw ScenarioException.refused("--sizes", String.join(",", sizes), "each size once");
        }
        return increasing;
    }
}
