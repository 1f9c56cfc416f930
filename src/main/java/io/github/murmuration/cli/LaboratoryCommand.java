package io.github.murmuration.cli;

import io.github.murmuration.study.laboratory.Laboratory;
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
        name = "laboratory",
        description = "Generative models as mean-field games: costs, laws and value functions against exact ones.",
        mixinStandardHelpOptions = true)
final class LaboratoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Mixin
    private StudyFile file;

    @Option(
            names = "--agents",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Agents of each row; a twentieth for the row with pairs (default: ${DEFAULT-VALUE}).")
    private String agents;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private String seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/laboratory).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        StudyFields fields = file.fill(new StudyFields(command));
        Laboratory study = fields.read(() -> new Laboratory(
                Numbers.whole("--agents", agents, 40, 1_000_000_000L),
                Numbers.whole("--seed", seed, 0, Long.MAX_VALUE - 1)));
        StudySession.Asked asked = StudySession.Asked.of(command, "rows: those of the program\n", List.of(), fields);
        return new StudySession(command, machine, "laboratory", asked, out).run(study, machine.backend(study));
    }
}
