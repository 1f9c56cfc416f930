package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                StoredAgents agents = new StoredAgents(ensemble, Blocks.of(spec), spec.guidances());
                return run(begun, opened, new RunState(agents, record), snapshots, checkpoint);
            }
        }
    }

    /**
     * @param begun when the run began, and when its memory was there and its kernels were compiled
     * @param opened when the run began, and when its memory was there and its kernels were compiled
     */
    private RunResult run(long begun, long opened, RunState state, Snapshots snapshots, Checkpoint checkpoint) {
        int first = checkpoint == null ? 0 : checkpoint.restore(state);
        loop(state, first, snapshots, new CheckpointFiles(folder, checkpoint));
        double seconds = secondsSince(opened);
        progress.begin("covariances and histograms");
        List<GuidanceResult> results = new ArrayList<>();
        try (Crew<?> crew = Crew.of(threads)) {
            for (int g = 0; g < problem.schedules().size(); g++) {
                results.add(result(state, g, crew));
            }
        }
        double agentSteps = (double) agents() * (problem.grid().steps() - first) * results.size();
        return new RunResult(
                scenario(),
                backend.name(),
                Arithmetic.NAME,
                noise.text(),
                Noise.LAYOUT_VERSION,
                seconds,
                secondsSince(begun),
                agentSteps / seconds,
                results,
                notes(state),
                List.of(),
                snapshots.all(
                        state.agents().ensemble(),
                        state.record().moments().get(0).labels()));
    }

    private List<Note> notes(RunState state) {
        return Stream.of(
                        problem.notes().stream(),
                        state.record().moments().stream().flatMap(recorder -> recorder.notes().stream()),
                        state.agents().ensemble().remarks().stream().map(Note::of))
                .flatMap(notes -> notes)
                .toList();
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
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
        snapshots.take(k, state.agents().ensemble());
        state.record().look(k, state.agents().ensemble());
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
        float[][] rows = problem.schedules().stream()
                .map(schedule -> schedule.rows(k, count))
                .toArray(float[][]::new);
        try {
            double[][] sums = state.agents().ensemble().advance(k, count, rows);
            state.record().steps(k, count, rows, sums);
        } catch (DivergenceException e) {
            throw new FailedRun(e, scenario(), state.record().before(k));
        }
    }

    private GuidanceResult result(RunState state, int g, Crew<?> crew) {
        MomentRecorder recorder = state.record().moments().get(g);
        MomentSeries whole = recorder.series(0);
        int labels = recorder.labels();
        int last = whole.times().length - 1;
        double[] mean = whole.mean()[last];
        double[] variance = whole.variance()[last];
        StoredMoments end = StoredMoments.of(problem, g, mean, variance);
        TerminalLaw law = new TerminalLaw(
                state.agents().ensemble(),
                g,
                end.mean(),
                end.variance(),
                output().histogramBins(),
                output().agentEnergies() ? labels : 0,
                problem.written().flatMap(WrittenModel::living));
        law.read(state.agents().blocks(), crew, progress);
        List<Estimate> energies = energies(law, recorder);
        List<MomentSeries> components = new ArrayList<>();
        for (int label = 0; label < labels && labels > 1; label++) {
            components.add(recorder.series(1 + label));
        }
        return new GuidanceResult(
                scenario().populations().get(g),
                whole,
                components,
                energies.get(0),
                recorder.energyByCoordinate(0),
                labels > 1 ? energies.subList(1, labels + 1) : List.of(),
                mean,
                variance,
                end.covariance(law.covariance()),
                deviationFromLine(whole),
                end.histograms(law.histograms()),
                state.record().density(g),
                state.record().paths(g),
                observed(state.record().observed(g), whole),
                law.absorbed(agents()),
                state.record().observed(g).sensitivities(),
                problem.row().map(row -> GameCosts.of(problem, state.agents(), energies.get(0), crew)));
    }

    private static Map<String, double[]> observed(ObservedSeries series, MomentSeries whole) {
        Map<String, double[]> observed = new LinkedHashMap<>(series.series());
        if (whole.living().length > 0) {
            observed.put(Living.NAME, whole.living());
        }
        return observed;
    }

    /** Values from the sums of every step, which are exact however many steps there are; standard errors from the agents' own energies. */
    private List<Estimate> energies(TerminalLaw law, MomentRecorder recorder) {
        List<Estimate> values = recorder.energies();
        if (!output().agentEnergies()) {
            return values;
        }
        List<Estimate> byAgent = law.energies();
        return IntStream.range(0, values.size())
                .mapToObj(
                        i -> new Estimate(values.get(i).value(), byAgent.get(i).standardError()))
                .toList();
    }

    private double deviationFromLine(MomentSeries series) {
        double[] from = problem.initial().mean();
        double[] to = problem.target().mean();
        double largest = 0;
        for (int k = 0; k < series.times().length; k++) {
            double t = series.times()[k];
            double square = 0;
            for (int j = 0; j < from.length; j++) {
                double departure = series.mean()[k][j] - (1 - t) * from[j] - t * to[j];
                square += departure * departure;
            }
            largest = Math.max(largest, Math.sqrt(square));
        }
        return largest;
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
