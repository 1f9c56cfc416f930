package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.linearity.Linearity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "linearity",
        description = "The mean of N agents against the straight line: bands, rate in N, limits of N and dt, verdicts.",
        mixinStandardHelpOptions = true)
final class LinearityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

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

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-linearity).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("linearity");
        Linearity study = new Linearity(read, new Linearity.Effort(sizes(read), replicas()));
        return new StudySession(command, machine, read, out).run(study, machine.backend());
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
