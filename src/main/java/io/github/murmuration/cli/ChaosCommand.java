package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.chaos.Chaos;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        description = "Propagation of chaos: populations of N agents against copies of their limit on the same noise.",
        mixinStandardHelpOptions = true)
final class ChaosCommand extends StudyOptions {

    private static final long MOST_AGENTS = 100_000_000;
    private static final long MOST_REPLICAS = 1_000_000;

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

    ChaosCommand() {
        super("chaos");
    }

    @Override
    Study study(Scenario read) {
        return new Chaos(read, sizes(), (int) Numbers.whole("--replicas", replicas, 2, MOST_REPLICAS));
    }

    private int[] sizes() {
        int[] numbers = sizes.stream()
                .mapToInt(size -> (int) Numbers.whole("--sizes", size, 3, MOST_AGENTS))
                .toArray();
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] <= numbers[i - 1]) {
                throw ScenarioException.refused("--sizes", String.join(",", sizes), "ascending numbers");
            }
        }
        return numbers;
    }
}
