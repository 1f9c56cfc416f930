package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.report.OutputFolder;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Experiment;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.study.Cases;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** One study from the command line: progress over the whole of it, outputs and tables at the end. */
public final class StudySession {

    private static final Set<String> OF_THE_BACKEND = Set.of("--backend", "--noise");

    private static final Set<String> OF_THE_MACHINE =
            Set.of("--out", "--backend", "--threads", "--json", "--quiet", "--debug");

    private static final Set<String> OF_THE_SCENARIO = Set.of("--agents", "--steps", "--seed", "--set", "--format");

    /** Options that results depend on. */
    static final Predicate<String> WITHOUT_THE_MACHINE = name -> !OF_THE_MACHINE.contains(name);

    /** Options that results depend on and that are not in the scenario already. */
    static final Predicate<String> OF_THE_STUDY = WITHOUT_THE_MACHINE.and(name -> !OF_THE_SCENARIO.contains(name));

    private final CommandSpec command;
    private final MachineOptions machine;
    private final String name;
    private final Asked asked;
    private final Path folder;

    /**
     * What a study is asked for.
     *
     * @param text what it is of, as a scenario or in words, with all data in it
     * @param words of the command that results depend on
     * @param document what it leaves to be asked for again
     */
    record Asked(String text, List<String> words, ScenarioDocument document) {

        /**
         * Of a scenario.
         *
         * @param fields of the study
         */
        static Asked of(CommandSpec command, Experiment scenario, StudyFields fields) {
            return new Asked(
                    ScenarioWriter.toYaml(scenario),
                    fields.words(OF_THE_STUDY),
                    ScenarioDocument.of(scenario).study(command.name(), fields.inEffect()));
        }

        /**
         * Without a scenario.
         *
         * @param words that come before options
         */
        static Asked of(CommandSpec command, String text, List<String> words, StudyFields fields) {
            return new Asked(
                    text,
                    Stream.concat(words.stream(), fields.words(WITHOUT_THE_MACHINE).stream())
                            .toList(),
                    ScenarioDocument.none().study(command.name(), fields.inEffect()));
        }
    }

    /**
     * @param out the output folder; null for the usual one, which is that of no run and of no other study
     */
    StudySession(CommandSpec command, MachineOptions machine, String name, Asked asked, Path out) {
        this.command = command;
        this.machine = machine;
        this.name = name;
        this.asked = asked;
        this.folder = out != null ? out : Path.of("out", usual(name, command.name()));
    }

    private static String usual(String scenario, String study) {
        return scenario.startsWith(study) ? scenario : scenario + "-" + study;
    }

    /**
     * @return exit status
     */
    int run(Study study, Backend backend) throws IOException {
        return Murmuration.of(command).placement().study(this, study, backend);
    }

    /** The request, which does not depend on the machine. */
    public KeptCases.Request request() {
        return new KeptCases.Request(command.name(), asked.words(), asked.text());
    }

    /** The options that say which backend and noise there are, as they were given. */
    public List<String> backendWords() {
        return Options.given(command, OF_THE_BACKEND::contains);
    }

    public NoiseSource noise() {
        return machine.noise();
    }

    /**
     * Goes on with the cases that are kept, has the others computed and reports.
     *
     * @param computed who computes cases, given where they are kept
     * @return exit status
     */
    public int run(Study study, Backend backend, Function<KeptCases, Cases> computed) throws IOException {
        int threads = machine.threads();
        try (OutputFolder output = OutputFolder.open(folder)) {
            run(study, backend, threads, computed, output);
        }
        return 0;
    }

    private void run(
            Study study, Backend backend, int threads, Function<KeptCases, Cases> computed, OutputFolder output)
            throws IOException {
        KeptCases cases = KeptCases.in(folder, request());
        cases.damaged().forEach(line -> err().println(shown(line)));
        if (cases.count() == 0) {
            Checkpoint.forget(folder);
        } else if (!machine.quiet()) {
            err().println(name + ": going on with the cases kept in " + shown(folder.toString()));
        }
        try (Interruption interruption = new Interruption(err(), () -> kept(cases.count()))) {
            interruption.watch();
            long begun = System.nanoTime();
            ProgressDisplay progress = ProgressDisplay.of(name, study.work(), study.unit(), machine.quiet(), err());
            Meter meter = new Meter(study.work(), progress);
            StudyReport report;
            try (progress) {
                report = study.run(new Resources(backend, machine.noise(), threads, computed.apply(cases), meter));
            }
            report.of(asked.document(), Machine.run(command, backend, threads));
            print(machine.json() ? report.json() + "\n" : report.text());
            if (!machine.quiet()) {
                report.notes().forEach(note -> err().println("note: " + note));
            }
            report.write(output).ifPresent(problem -> err().println(DoctorCommand.noFigures(name, problem)));
            cases.forget();
            Murmuration.of(command).placement().published();
            if (!machine.json()) {
                double seconds = (System.nanoTime() - begun) * 1e-9;
                String before = meter.kept() > 0
                        ? String.format(Locale.ROOT, ", beside %.3g kept from before", meter.kept())
                        : "";
                print(String.format(
                        Locale.ROOT,
                        "%.1f s, %.3g %s%s; report and data in %s%n",
                        seconds,
                        meter.done(),
                        study.unit(),
                        before,
                        shown(folder.toString())));
            }
        }
    }

    /** What an interrupted study leaves, and how to go on. */
    private String kept(int cases) {
        return shown(
                cases == 0
                        ? "no case was done yet; start it again: " + Options.commandLine(command)
                        : cases + " cases are kept; go on with: " + Options.resume(command, folder));
    }

    private String shown(String text) {
        return Murmuration.of(command).placement().shown(text);
    }

    private void print(String text) {
        if (machine.json() || !machine.quiet()) {
            PrintWriter out = command.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
