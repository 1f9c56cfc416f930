package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.redistribution.Redistribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "redistribution",
        description = "Who does the work: energy by sub-population and coordinate, mean-field against other guidance.",
        mixinStandardHelpOptions = true)
final class RedistributionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "20",
            description = "Populations that the agents are shared out over, at least 4 (default: ${DEFAULT-VALUE}).")
    private String replicas;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-<study>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("demand-response-d10");
        Redistribution study = new Redistribution(read, (int) Numbers.whole("--replicas", replicas, 4, 10_000));
        return new StudySession(command, machine, read, out).run(study, machine.backend());
    }
}
