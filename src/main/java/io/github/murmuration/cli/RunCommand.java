package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.KeptCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Simulate a scenario and report on it.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private ScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<name of the scenario>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        Path folder = out != null ? out : Path.of("out", read.name());
        new Session(command, machine, read, folder).run(simulation -> {
            KeptCases.forget(folder);
            return simulation.run();
        });
        return 0;
    }
}
