package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.report.OutputFolder;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.Checkpoint;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** One study from the command line: progress over the whole of it, outputs and tables at the end. */
final class StudySession {

    /** In the scenario already, where it goes, or how it is done: no option that the results depend on. */
    private static final Set<String> NO_CHOICE_OF_RESULTS = Set.of(
            "--agents",
            "--steps",
            "--seed",
            "--set",
            "--out",
            "--backend",
            "--threads",
            "--json",
            "--quiet",
            "--debug");

    private final CommandSpec command;
    private final MachineOptions machine;
    private final Scenario scenario;
    private final Path folder;

    /** @param out the output folder; null for the usual one, which is that of no run and of no other study */
    StudySession(CommandSpec command, MachineOptions machine, Scenario scenario, Path out) {
        this.command = command;
        this.machine = machine;
        this.scenario = scenario;
        this.folder = out != null ? out : Path.of("out", usual(scenario.name(), command.name()));
    }

    private static String usual(String scenario, String study) {
        return scenario.startsWith(study) ? scenario : scenario + "-" + study;
    }

    /** @return exit status */
    int run(Study study, Backend backend) throws IOException {
        try (OutputFolder output = OutputFolder.open(folder)) {
            run(study, backend, output);
        }
        return 0;
    }

    private void run(Study study, Backend backend, OutputFolder output) throws IOException {
        String yaml = ScenarioWriter.toYaml(scenario);
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request(command.name(), options(), yaml));
        cases.damaged().forEach(err()::println);
        if (cases.count() == 0) {
            Checkpoint.forget(folder);
        } else if (!machine.quiet()) {
            err().println(scenario.name() + ": going on with the cases kept in " + folder);
        }
        try (Interruption interruption = new Interruption(err(), () -> kept(cases.count()))) {
            interruption.watch();
            long begun = System.nanoTime();
            ProgressDisplay progress =
                    ProgressDisplay.of(scenario.name(), study.work(), study.unit(), machine.quiet(), err());
            Meter meter = new Meter(study.work(), progress);
            StudyReport report;
            try (progress) {
                report = study.run(new Resources(backend, machine.noise(), machine.threads(), cases, meter));
            }
            report.ranOn(facts(backend));
            print(machine.json() ? report.json() + "\n" : report.text());
            report.write(output, yaml)
                    .ifPresent(problem -> err().println(DoctorCommand.noFigures(scenario.name(), problem)));
            cases.forget();
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
                        folder));
            }
        }
    }

    /** What an interrupted study leaves, and how to go on. */
    private String kept(int cases) {
        return cases == 0
                ? "no case was done yet; start it again: " + Options.commandLine(command)
                : cases + " cases are kept; go on with: " + Options.resume(command, folder);
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

    private Map<String, String> facts(Backend backend) {
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        facts.put("backend", backend.name() + ", " + backend.availability().detail());
        return facts;
    }

    /** Options that the results depend on. */
    private List<String> options() {
        return Options.given(command, name -> !NO_CHOICE_OF_RESULTS.contains(name));
    }
}
