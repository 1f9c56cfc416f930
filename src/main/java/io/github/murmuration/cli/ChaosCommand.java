package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.chaos.Chaos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "chaos",
        description = "Propagation of chaos: populations of N agents against copies of their limit on the same noise.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {

    private static final double MOST_AGENTS = 1e8;
    private static final double MOST_REPLICAS = 1e6;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--sizes",
            paramLabel = "N,N,...",
            split = ",",
            description = "Numbers of agents, ascending (default: ten from 10 to the scenario's, 1e5 at most).")
    private List<String> sizes = List.of();

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "100",
            description = "Populations of each size (default: ${DEFAULT-VALUE}).")
    private String replicas;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<name of the scenario>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("chaos");
        Chaos study = new Chaos(read, sizes(), whole("--replicas", replicas, 2, MOST_REPLICAS));
        return new StudySession(command, machine, read, out).run(study, machine.backend());
    }

    private int[] sizes() {
        int[] numbers = sizes.stream()
                .mapToInt(size -> whole("--sizes", size, 3, MOST_AGENTS))
                .toArray();
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] <= numbers[i - 1]) {
                throw ScenarioException.refused("--sizes", String.join(",", sizes), "ascending numbers");
            }
        }
        return numbers;
    }

    private static int whole(String option, String text, int least, double most) {
        double number = Numbers.positive(option, text);
        if (number < least || number > most || number != Math.rint(number)) {
            throw ScenarioException.refused(option, text, "a whole number from " + least + " to %.0e".formatted(most));
        }
        return (int) number;
    }
}
