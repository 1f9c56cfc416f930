package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.throughput.Throughput;
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
        name = "throughput",
        description = "Agent-steps per second of this machine, and the share of its peak rates.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {

    private static final double SECONDS = 60;
    private static final double MOST_MINUTES = 24 * 60.0;

    @Spec
    private CommandSpec command;

    @Mixin
    private MachineOptions machine;

    @Mixin
    private StudyFile file;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "3",
            description = "Time that all cases share (default: ${DEFAULT-VALUE}).")
    private String minutes;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/throughput).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        StudyFields fields = file.fill(new StudyFields(command));
        List<Backend> backends = machine.backends();
        Throughput study = new Throughput(backends, SECONDS * fields.read(this::minutes));
        List<String> words =
                fields.words(name -> StudySession.WITHOUT_THE_MACHINE.test(name) || name.equals("--backend"));
        ScenarioDocument document = ScenarioDocument.none().study(command.name(), fields.inEffect());
        StudySession.Asked asked = new StudySession.Asked("steps: those of the program\n", words, document);
        return new StudySession(command, machine, "throughput", asked, out).run(study, backends.get(0));
    }

    private double minutes() {
        double given = Numbers.positive("--minutes", minutes);
        if (given > MOST_MINUTES) {
            throw ScenarioException.refused("--minutes", minutes, "a number of at most " + (int) MOST_MINUTES);
        }
        return given;
    }
}
