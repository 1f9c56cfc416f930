package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.report.ErrorNotes;
import io.github.murmuration.report.OutputFolder;
import io.github.murmuration.report.Report;
import io.github.murmuration.report.TextTable;
import io.github.murmuration.report.Verdict;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** One simulation from the command line: progress while it runs, outputs and a table when it has. */
final class Session {

    private final CommandSpec command;
    private final PrintWriter out;
    private final PrintWriter err;
    private final MachineOptions machine;
    private final Scenario scenario;
    private final Path folder;

    Session(CommandSpec command, MachineOptions machine, Scenario scenario, Path folder) {
        this.command = command;
        this.out = command.commandLine().getOut();
        this.err = command.commandLine().getErr();
        this.machine = machine;
        this.scenario = scenario;
        this.folder = folder;
    }

    /** @param start what to do with the simulation: run it from the start, or resume it */
    void run(Function<Simulation, RunResult> start) throws IOException {
        Backend backend = machine.backend();
        int threads = machine.threads();
        MemoryNeed.checkRun(scenario);
        Problem problem = Problem.of(scenario);
        try (OutputFolder output = OutputFolder.open(folder)) {
            tell("%s: %,d agents, %d steps, %d guidances, backend %s (%s)"
                    .formatted(
                            scenario.name(),
                            scenario.population().agents(),
                            scenario.time().steps(),
                            scenario.guidance().size(),
                            backend.name(),
                            backend.availability().detail()));
            machine.passedOver().forEach(this::tell);
            ProgressDisplay progress = ProgressDisplay.of(scenario.name(), agentSteps(), machine.quiet(), err);
            try (Interruption interruption = new Interruption(err, () -> kept(progress.saved()))) {
                interruption.watch();
                Simulation simulation = new Simulation(problem, backend, machine.noise(), threads, progress, folder);
                RunResult result = simulate(start, simulation, progress, output);
                Map<String, ExactResult> exact = exact(problem);
                List<Note> met = Verdict.of(problem, result, exact);
                report(result.with(ErrorNotes.of(scenario)).with(met), exact, output);
            }
        }
    }

    private RunResult simulate(
            Function<Simulation, RunResult> start, Simulation simulation, ProgressDisplay progress, OutputFolder output)
            throws IOException {
        try (progress) {
            return start.apply(simulation);
        } catch (FailedRun e) {
            Report.writeMoments(output, e.moments());
            tell("%s: the moments up to the failure are in %s"
                    .formatted(scenario.name(), folder.resolve("moments.csv")));
            throw e;
        }
    }

    /** Prints before it writes: results are not lost with a disk that is full. */
    private void report(RunResult result, Map<String, ExactResult> exact, OutputFolder output) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        facts.put(
                "backend",
                result.backend() + ", " + machine.backend().availability().detail());
        if (machine.json()) {
            out.println(Report.summary(result, exact, facts));
        } else if (!machine.quiet()) {
            out.print(TextTable.of(result, exact));
        }
        out.flush();
        result.notes().forEach(note -> tell("note: " + note.sentence()));
        Report.write(output, result, exact, facts, ScenarioWriter.toYaml(scenario))
                .ifPresent(problem -> err.println(DoctorCommand.noFigures(scenario.name(), problem)));
        if (!machine.json() && !machine.quiet()) {
            out.printf("%.1f s; report and data in %s%n", result.wallSeconds(), folder);
            out.flush();
        }
    }

    private Map<String, ExactResult> exact(Problem problem) {
        tell(scenario.name() + ": exact values");
        Map<String, ExactResult> exact = new LinkedHashMap<>();
        for (int g = 0; g < scenario.guidance().size(); g++) {
            String name = scenario.guidance().get(g).name();
            ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target())
                    .ifPresent(result -> exact.put(name, result));
        }
        return exact;
    }

    /** What an interrupted run leaves, and how to go on. @param saved steps of the last checkpoint */
    private String kept(int saved) {
        if (saved > 0) {
            return "the checkpoint of step %d of %d is kept; go on with: %s"
                    .formatted(saved, scenario.time().steps(), Options.resume(command, folder));
        }
        int every = scenario.output().checkpointEvery();
        return (every > 0
                        ? "the first checkpoint, of step " + every + ", was not reached"
                        : "no checkpoint was asked for")
                + "; start it again: " + Options.commandLine(command);
    }

    private void tell(String line) {
        if (!machine.quiet()) {
            err.println(line);
            err.flush();
        }
    }

    private double agentSteps() {
        return (double) scenario.population().agents()
                * scenario.time().steps()
                * scenario.guidance().size();
    }
}
