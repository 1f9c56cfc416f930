package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.study.KeptCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = RunCommand.NAME, description = "Simulate a scenario and report on it.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    static final String NAME = "run";

    @Spec
    private CommandSpec command;

    @Mixin
    private RecordedScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<name of the scenario>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Optional<String> study = scenario.studyName();
        if (study.isPresent()) {
            return study(study.get());
        }
        ScenarioFile file = scenario.file();
        if (!file.study().isEmpty()) {
            throw new ScenarioException("study", "a run has none; use murmuration study NAME").from(scenario.source());
        }
        Path folder = out != null ? out : Path.of("out", file.experiment().name());
        return file.clouds().isPresent()
                ? new CloudSession(command, machine, file.clouds().get(), folder).run()
                : simulate(file.scenario(), folder);
    }

    /** What the file of a study asks for, with the options given here. */
    private int study(String name) {
        List<String> arguments =
                new ArrayList<>(name.equals(SweepCommand.NAME) ? List.of(name) : List.of("study", name));
        arguments.add(scenario.source());
        arguments.addAll(Options.given(command, option -> true));
        return command.root().commandLine().execute(arguments.toArray(String[]::new));
    }

    private int simulate(Scenario read, Path folder) throws IOException {
        new Session(command, machine, read, folder).run((asked, here) -> {
            KeptCases.forget(folder);
            return machine.placement().run(asked, here);
        });
        return 0;
    }
}
