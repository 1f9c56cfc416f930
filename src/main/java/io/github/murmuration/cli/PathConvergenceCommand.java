package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.study.path.PathConvergence;
import io.github.murmuration.study.path.PathConvergenceReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "path-convergence",
        description = "Paths from p patterns against those of infinitely many: distances, tails, extrapolation.",
        mixinStandardHelpOptions = true)
final class PathConvergenceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--patterns",
            paramLabel = "p",
            defaultValue = "1e4",
            description = "Largest number of patterns (default: ${DEFAULT-VALUE}).")
    private String patterns;

    @Option(
            names = "--horizon",
            paramLabel = "B",
            defaultValue = "10",
            description = "Time between start and target, for unit diffusion (default: ${DEFAULT-VALUE}).")
    private String horizon;

    @Option(
            names = "--evaluations",
            paramLabel = "E",
            defaultValue = "5e9",
            description = "Pattern evaluations to spend on the distances (default: ${DEFAULT-VALUE}).")
    private String evaluations;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder (default: out/<name of the scenario>).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read("path-convergence");
        Path folder = out != null ? out : Path.of("out", read.name());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw ScenarioException.refused("--out", folder + ", which is a file,", "a folder");
        }
        PathConvergence study = new PathConvergence(read, effort());
        Backend backend = machine.backendForPatterns();
        PathConvergence.Findings findings;
        PrintWriter err = command.commandLine().getErr();
        try (ProgressDisplay progress =
                ProgressDisplay.of(read.name(), study.evaluations(), "evaluations", machine.quiet(), err)) {
            findings = study.run(backend, machine.threads(), progress);
        }
        report(read, backend, findings, folder);
        return 0;
    }

    private void report(Scenario read, Backend backend, PathConvergence.Findings findings, Path folder)
            throws IOException {
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        facts.put("backend", backend.name() + ", " + backend.availability().detail());
        StudyReport report = PathConvergenceReport.of(findings);
        report.write(folder, facts, ScenarioWriter.toYaml(read));
        PrintWriter printer = command.commandLine().getOut();
        if (machine.json()) {
            printer.println(report.json());
        } else if (!machine.quiet()) {
            printer.print(report.text());
            printer.printf(
                    "%.1f s, %.3g pattern evaluations/s; report and data in %s%n",
                    findings.seconds(), findings.evaluations() / findings.seconds(), folder);
        }
        printer.flush();
    }

    private PathConvergence.Effort effort() {
        double largest = Numbers.positive("--patterns", patterns);
        if (largest < 10 || largest > 1e6) {
            throw ScenarioException.refused("--patterns", patterns, "a number from 10 to 1e6");
        }
        return new PathConvergence.Effort(
                Numbers.positive("--horizon", horizon),
                (int) Math.round(largest),
                Numbers.positive("--evaluations", evaluations));
    }
}
