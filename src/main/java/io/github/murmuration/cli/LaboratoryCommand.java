package io.github.murmuration.cli;

import io.github.murmuration.study.laboratory.Laboratory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "laboratory",
        description = "Generative models as mean-field games: costs, laws and value functions against exact ones.",
        mixinStandardHelpOptions = true)
final class LaboratoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--agents",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Agents of each row; of pairs a twentieth (default: ${DEFAULT-VALUE}).")
    private String agents;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private String seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/laboratory).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Laboratory study = new Laboratory(
                Numbers.whole("--agents", agents, 40, 1_000_000_000L),
                Numbers.whole("--seed", seed, 0, Long.MAX_VALUE - 1));
        return new StudySession(
                        command,
                        machine,
                        "laboratory",
                        "rows: those of the program\n",
                        out,
                        Options.given(command, StudySession.WITHOUT_THE_MACHINE))
                .run(study, machine.backend());
    }
}
