package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactSeries;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.MarginalSeries;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.report.ErrorNotes;
import io.github.murmuration.report.OutputFolder;
import io.github.murmuration.report.Report;
import io.github.murmuration.report.TextTable;
import io.github.murmuration.report.Verdict;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.DensitySeries;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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

    /**
     * @param start how to run the population: from the start, or from a checkpoint
     */
    void run(BiFunction<PopulationRun, Simulation, RunResult> start) throws IOException {
        long begun = System.nanoTime();
        Backend backend = machine.backend(agentSteps());
        int threads = machine.threads();
        MemoryNeed.checkRun(scenario);
        Problem problem = Problem.of(scenario);
        try (OutputFolder output = OutputFolder.open(folder)) {
            tellWhatIsRun(backend);
            ProgressDisplay progress = ProgressDisplay.of(scenario.name(), agentSteps(), machine.quiet(), err);
            try (Interruption interruption =
                    new Interruption(err, () -> machine.placement().shown(kept(progress.saved())))) {
                interruption.watch();
                Simulation simulation = new Simulation(problem, backend, machine.noise(), threads, progress, folder);
                RunResult simulated;
                ExactValues exact;
                try (progress) {
                    simulated = simulate(() -> start.apply(asked(progress), simulation), output);
                    progress.begin("exact values");
                    exact = exact(problem, simulated.guidances().get(0), threads, progress);
                }
                Verdict verdict = Verdict.of(problem, simulated, exact);
                RunResult result = simulated
                        .with(ErrorNotes.of(scenario))
                        .with(verdict.notes())
                        .compared(verdict.comparisons())
                        .after(secondsSince(begun));
                Map<String, String> facts = Machine.run(command, backend, threads);
                print(result, exact, facts);
                write(result, exact, facts, output);
                machine.placement().published();
                printTime(result, secondsSince(begun));
            }
        }
    }

    private PopulationRun asked(Progress progress) {
        return new PopulationRun(scenario, machine.backendName(), machine.noise(), folder, progress);
    }

    private RunResult simulate(Supplier<RunResult> run, OutputFolder output) throws IOException {
        try {
            return run.get();
        } catch (FailedRun e) {
            Report.writeMoments(output, scenario, e.moments());
            tell(scenario.name() + ": the moments up to the failure are in " + folder.resolve("moments.csv"));
            throw e;
        }
    }

    /**
     * @param simulated under one guidance: every other one was recorded at the same times
     */
    private ExactValues exact(Problem problem, GuidanceResult simulated, int threads, ProgressDisplay progress) {
        if (!scenario.steered()) {
            return ExactValues.of(PopulationValues.of(problem.scenario(), problem.initial(), problem.row()));
        }
        Map<String, ExactResult> exact = new LinkedHashMap<>();
        Map<String, ExactSeries> recorded = new LinkedHashMap<>();
        Map<String, MarginalSeries> laws = new LinkedHashMap<>();
        DensitySeries density = simulated.density();
        try (Crew<?> crew = new CountedCrew<>(Crew.of(threads), progress)) {
            for (int g = 0; g < scenario.guidance().size(); g++) {
                String name = scenario.guidance().get(g).name();
                ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target(), crew)
                        .ifPresent(result -> exact.put(name, result));
                ExactSeries.of(
                                problem.schedules().get(g),
                                problem.initial(),
                                problem.target(),
                                simulated.moments().times(),
                                crew)
                        .ifPresent(series -> recorded.put(name, series));
                MarginalSeries.of(
                                problem.schedules().get(g),
                                problem.initial(),
                                problem.target(),
                                density.times(),
                                density.coordinates())
                        .ifPresent(series -> laws.put(name, series));
            }
        }
        return ExactValues.of(exact).with(recorded, laws);
    }

    /** Before anything is written: results are not lost with a disk that is full. */
    private void print(RunResult result, ExactValues exact, Map<String, String> facts) {
        if (machine.json()) {
            out.println(Report.summary(result, exact, facts));
        } else if (!machine.quiet()) {
            out.print(TextTable.of(result, exact));
        }
        out.flush();
        result.notes().forEach(note -> tell("note: " + note.sentence()));
    }

    private void write(RunResult result, ExactValues exact, Map<String, String> facts, OutputFolder output)
            throws IOException {
        tell(scenario.name() + ": report and figures");
        Report.write(output, result, exact, facts)
                .ifPresent(problem -> err.println(DoctorCommand.noFigures(scenario.name(), problem)));
    }

    private void printTime(RunResult result, double seconds) {
        if (!machine.json() && !machine.quiet()) {
            out.printf(
                    Locale.ROOT,
                    "%.1f s, of which steps took %.1f s; %.3g agent-steps/s in all; report and data in %s%n",
                    seconds,
                    result.wallSeconds(),
                    result.agentStepsPerSecond() * result.wallSeconds() / seconds,
                    machine.placement().shown(folder.toString()));
            out.flush();
        }
    }

    private void tellWhatIsRun(Backend backend) {
        tell(String.format(
                Locale.ROOT,
                "%s: %,d agents, %d steps%s, backend %s (%s)",
                scenario.name(),
                scenario.population().agents(),
                scenario.time().steps(),
                guidances(scenario.guidance().size()),
                backend.name(),
                backend.availability().detail()));
        machine.passedOver().forEach(this::tell);
    }

    /** Those of a model that is steered by several, to compare them. */
    private static String guidances(int count) {
        return count == 1 ? "" : ", " + count + " guidances";
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }

    /**
     * What an interrupted run leaves, and how to go on.
     * @param saved steps of the last checkpoint
     */
    private String kept(int saved) {
        if (saved > 0) {
            return "the checkpoint of step " + saved + " of " + scenario.time().steps() + " is kept; go on with: "
                    + Options.resume(command, folder);
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
