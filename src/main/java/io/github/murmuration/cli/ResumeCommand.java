package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.study.KeptCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "resume",
        description = "Continue a run from its last checkpoint, or a study that was stopped, to the same bits.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Output folder of a run with output.checkpoint-every above 0, or of a study that was stopped.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        KeptCases.Request study = kept();
        if (study != null) {
            return resume(study);
        }
        Placement placement = machine.placement();
        try (Checkpoint checkpoint = placement.checkpoint(folder)) {
            checkpoint
                    .passedOver()
                    .ifPresent(note -> command.commandLine().getErr().println("murmuration: " + note));
            new Session(command, machine, checkpoint.scenario(), folder)
                    .run((asked, here) -> placement.resume(asked, checkpoint, here));
        }
        return 0;
    }

    private KeptCases.Request kept() throws IOException {
        try {
            return KeptCases.kept(folder);
        } catch (ScenarioException e) {
            throw new ScenarioException("", e.getMessage() + "; give the command of the study again");
        }
    }

    /** The same study with the machine options given here; it finds the cases that are done. */
    private int resume(KeptCases.Request study) throws IOException {
        String source = study.namesSource()
                ? ""
                : KeptCases.writeScenario(folder, study).toString();
        List<String> arguments = new ArrayList<>(Murmuration.arguments(study, source));
        arguments.add("--out=" + folder);
        arguments.addAll(Options.given(command, name -> true));
        CommandLine all = command.root().commandLine();
        return all.execute(arguments.toArray(String[]::new));
    }
}
