package io.github.murmuration.cli;

import io.github.murmuration.sim.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "resume",
        description = "Go on from the last checkpoint of a run, to the same bits.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Parameters(paramLabel = "DIR", description = "Output folder of a run with output.checkpoint-every above 0.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            new Session(command, machine, checkpoint.scenario(), folder).run(run -> run.resume(checkpoint));
        }
        return 0;
    }
}
