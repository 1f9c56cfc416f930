package io.github.murmuration.cli;

import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.study.sweep.ParameterSweep;
import io.github.murmuration.study.sweep.Varied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = SweepCommand.NAME,
        description = "Simulate a scenario at every combination of values of some of its fields.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

    static final String NAME = "sweep";

    @Spec
    private CommandSpec command;

    @Mixin
    private RecordedScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--vary",
            paramLabel = "path=values",
            description = "A field and its values: 0.5:3:0.25 (from, to, step), 1..20, or 1,2,5; may be repeated.")
    private List<String> vary = List.of();

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "1",
            description = "Independent replicas of each population, 0 to R - 1 (default: ${DEFAULT-VALUE}).")
    private String replicas;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<scenario>-sweep).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        ScenarioFile file = scenario.file();
        Scenario read = file.scenario();
        StudyFields options = new StudyFields(command).fill(file);
        List<Varied> fields = options.read(() -> varied(read));
        ParameterSweep sweep = new ParameterSweep(read.name(), fields, scenario::with);
        StudySession.Asked asked = new StudySession.Asked(
                ScenarioWriter.toYaml(read),
                Stream.concat(Stream.of(source()), options.words(StudySession.WITHOUT_THE_MACHINE).stream())
                        .toList(),
                scenario.document().study(NAME, options.inEffect()));
        return new StudySession(command, machine, read.name(), asked, out).run(sweep, machine.backend(sweep));
    }

    private List<Varied> varied(Scenario read) {
        long count = Numbers.whole("--replicas", replicas, 1, Varied.MOST);
        if (vary.isEmpty() && count == 1) {
            throw new ScenarioException(
                    "--vary",
                    "missing; give a field and its values, as interaction.coupling=1,2,5, or several --replicas");
        }
        List<Varied> fields = new ArrayList<>();
        for (String each : vary) {
            int at = each.indexOf('=');
            if (at < 1) {
                throw ScenarioException.refused(
                        "--vary", each, "a field and its values, as interaction.coupling=1,2,5");
            }
            fields.add(Varied.parse(each.substring(0, at).strip(), each.substring(at + 1)));
        }
        if (count > 1 && read.population().replica().isPresent()) {
            throw new ScenarioException("--replicas", "the scenario is one replica; leave population.replica out");
        }
        if (count > 1) {
            fields.add(Varied.parse(Varied.REPLICA, "0.." + (count - 1)));
        }
        return fields;
    }

    /** The scenario as it was named. */
    private String source() {
        Path file = Path.of(scenario.source());
        return Files.exists(file) ? file.toAbsolutePath().toString() : scenario.source();
    }
}
