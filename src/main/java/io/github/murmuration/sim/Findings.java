package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run found of a population: what was recorded on its way, and what is read off its agents at the end. */
final class Findings {

    private final Problem problem;
    private final Backend backend;
    private final NoiseSource noise;
    private final Crew<?> crew;
    private final Progress progress;
    private final List<Note> known;

    /**
     * When the steps were taken; nanoseconds.
     *
     * @param begun when the run began
     * @param opened when its memory was there and its kernels were compiled
     * @param stepped when the last step was taken
     * @param agentSteps taken in between
     */
    record Times(long begun, long opened, long stepped, double agentSteps) {

        double stepSeconds() {
            return (stepped - opened) * 1e-9;
        }

        double secondsSoFar() {
            return (System.nanoTime() - begun) * 1e-9;
        }
    }

    /** @param crew who reads agents where the host does */
    Findings(Problem problem, Backend backend, NoiseSource noise, Crew<?> crew, Progress progress) {
        this.problem = problem;
        this.backend = backend;
        this.noise = noise;
        this.crew = crew;
        this.progress = progress;
        this.known = problem.notes();
    }

    /** Of the scenario's population, without snapshots. */
    RunResult of(RunState state, Times times) {
        List<GuidanceResult> results = IntStream.range(0, state.agents().guidances())
                .mapToObj(g -> guidance(state, g))
                .toList();
        return new RunResult(
                problem.scenario(),
                backend.name(),
                Arithmetic.NAME,
                noise.text(),
                Noise.LAYOUT_VERSION,
                times.stepSeconds(),
                times.secondsSoFar(),
                times.agentSteps() / times.stepSeconds(),
                results,
                notes(state),
                List.of(),
                List.of());
    }

    private List<Note> notes(RunState state) {
        return Stream.of(
                        known.stream(),
                        state.record().moments().stream().flatMap(recorder -> recorder.notes().stream()),
                        state.agents().ensemble().remarks().stream().map(Note::of))
                .flatMap(notes -> notes)
                .toList();
    }

    private GuidanceResult guidance(RunState state, int g) {
        MomentRecorder recorder = state.record().moments().get(g);
        MomentSeries whole = recorder.series(0);
        int labels = recorder.labels();
        int last = whole.times().length - 1;
        double[] mean = whole.mean()[last];
        double[] variance = whole.variance()[last];
        StoredMoments end = StoredMoments.of(problem, g, mean, variance);
        TerminalLaw law = new TerminalLaw(
                state.agents(),
                g,
                end.mean(),
                end.variance(),
                output().histogramBins(),
                output().agentEnergies() ? labels : 0,
                problem.written().flatMap(WrittenModel::living));
        law.read(crew, progress);
        List<Estimate> energies = energies(law, recorder);
        List<MomentSeries> components = new ArrayList<>();
        for (int label = 0; label < labels && labels > 1; label++) {
            components.add(recorder.series(1 + label));
        }
        return new GuidanceResult(
                problem.scenario().populations().get(g),
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
                law.absorbed(),
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

    private Output output() {
        return problem.scenario().output();
    }
}
