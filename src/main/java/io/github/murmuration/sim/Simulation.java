package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The time loop: schedule rows to the backend, sums from it, all guidances side by side. */
public final class Simulation {

    private final Problem problem;
    private final Backend backend;
    private final NoiseSource noise;
    private final int threads;
    private final Progress progress;
    private final Path folder;
    private final Part part;

    /**
     * @param threads 0 for one per core.
     * @param folder where checkpoints go, that of a run before is removed; null where there are none
     */
    public Simulation(Problem problem, Backend backend, int threads, Progress progress, Path folder) {
        this(problem, backend, NoiseSource.PHILOX, threads, progress, folder);
    }

    /**
     * @param noise where the increments come from; a checkpoint is resumed to the same bits on the noise it was written on
     */
    public Simulation(
            Problem problem, Backend backend, NoiseSource noise, int threads, Progress progress, Path folder) {
        this(problem, backend, noise, threads, progress, folder, Part.WHOLE);
    }

    private Simulation(
            Problem problem,
            Backend backend,
            NoiseSource noise,
            int threads,
            Progress progress,
            Path folder,
            Part part) {
        this.problem = problem;
        this.backend = backend;
        this.noise = noise;
        this.threads = threads;
        this.progress = progress;
        this.folder = folder;
        this.part = part;
    }

    /**
     * The same of a part of the population, beside those of the other parts, each with a folder of its own. The result is that of the
     * whole, but for files: there the part's rows follow those of the part before.
     */
    public Simulation of(Part some) {
        return new Simulation(problem, backend, noise, threads, progress, folder, some);
    }

    /**
     * Checks whether parts of the population can be run apart.
     * @throws io.github.murmuration.scenario.ScenarioException they cannot
     */
    public void requireParts() {
        problem.requireParts();
    }

    /**
     * Runs from the start.
     * @throws FailedRun an agent left the representable range
     */
    public RunResult run() {
        return run(null);
    }

    /**
     * Goes on from a checkpoint to the same bits.
     * @throws FailedRun an agent left the representable range
     */
    public RunResult resume(Checkpoint checkpoint) {
        checkpoint.requireNoise(noise);
        checkpoint.requireTapes(problem);
        checkpoint.requirePart(part);
        return run(checkpoint);
    }

    private RunResult run(Checkpoint checkpoint) {
        long begun = System.nanoTime();
        EnsembleSpec spec = problem.ensemble(agents()).with(noise).with(part);
        Snapshots snapshots = new Snapshots(problem, folder, Blocks.of(spec));
        snapshots.require(checkpoint == null ? 0 : checkpoint.step());
        try (Ensemble ensemble = backend.open(spec, threads)) {
            long opened = System.nanoTime();
            if (checkpoint == null && folder != null) {
                Checkpoint.forget(folder);
            }
            float[] reference = problem.startReference();
            double[] starts = ensemble.start(reference);
            try (RunRecord record = new RunRecord(problem, spec, ensemble.labelCounts()[0], threads)) {
                record.start(starts, reference);
                RunState state = new RunState(Agents.of(ensemble, spec), record);
                return run(begun, opened, state, snapshots, checkpoint);
            }
        }
    }

    private RunResult run(long begun, long opened, RunState state, Snapshots snapshots, Checkpoint checkpoint) {
        int first = checkpoint == null ? 0 : checkpoint.restore(state);
        loop(state, first, snapshots, new CheckpointFiles(folder, checkpoint));
        double agentSteps = (double) agents()
                * (problem.grid().steps() - first)
                * state.agents().guidances();
        Findings.Times times = new Findings.Times(begun, opened, System.nanoTime(), agentSteps);
        progress.begin("covariances and histograms");
        try (Crew<?> crew = Crew.of(threads)) {
            RunResult result = new Findings(problem, backend, noise, crew, progress).of(state, times);
            int labels = state.record().moments().get(0).labels();
            return result.moved(snapshots.all(state.agents(), labels));
        }
    }

    private void loop(RunState state, int first, Snapshots snapshots, CheckpointFiles files) {
        int steps = problem.grid().steps();
        int every = output().checkpointEvery() > 0 ? output().checkpointEvery() : steps;
        progress.resumed(first, steps);
        progress.advanced(first, steps);
        if (first == 0) {
            look(state, 0, snapshots);
        }
        for (int k = first; k < steps; ) {
            int next = Math.min(snapshots.stepsTo(k), state.record().stepsTo(k));
            int most = Math.min(state.agents().ensemble().batch(), next);
            int count = Math.min(Math.min(most, every - k % every), steps - k);
            advance(state, k, count);
            k += count;
            look(state, k, snapshots);
            progress.advanced(k, steps);
            if (k % every == 0 && k < steps) {
                save(state, k, files);
                progress.saved(k);
            }
        }
    }

    private static void look(RunState state, int k, Snapshots snapshots) {
        snapshots.take(k, state.agents());
        state.record().look(k, state.agents());
    }

    private void save(RunState state, int k, CheckpointFiles files) {
        try {
            files.write(out -> {
                CheckpointHeader.of(noise, problem, part, k).write(out);
                state.write(out);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance(RunState state, int k, int count) {
        float[][] rows = problem.rows(k, count);
        try {
            double[][] sums = state.agents().ensemble().advance(k, count, rows);
            state.record().steps(k, count, rows, sums);
        } catch (DivergenceException e) {
            throw new FailedRun(e, scenario(), state.record().before(k));
        }
    }

    private Scenario scenario() {
        return problem.scenario();
    }

    private Output output() {
        return scenario().output();
    }

    private long agents() {
        return scenario().population().agents();
    }
}
