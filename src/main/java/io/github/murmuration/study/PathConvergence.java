package io.github.murmuration.study;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The study {@code path-convergence}: how the paths of p patterns approach those of the law behind the patterns, how heavy the tail of
 * their distance is, and whether it can be extrapolated away.
 */
public final class PathConvergence {

    private static final int SMALLEST = 10;
    private static final int PER_DECADE = 2;
    private static final int HALVED = 100;
    private static final int SPLITS = 32;
    private static final int END_SPLITS = 8;
    private static final int END_PATHS = 1000;
    private static final int END_SETS = 40;

    /**
     * How much of it.
     *
     * @param horizon B
     * @param patterns largest p
     * @param evaluations pattern evaluations to spend on the distances, and half as many on the extrapolation
     */
    public record Effort(double horizon, int patterns, double evaluations) {}

    /**
     * What was found; parts that the target does not allow are absent.
     *
     * @param distances [p][tau][sample]
     * @param response of a Gaussian target with mean 0 on the line
     */
    public record Findings(
            Scenario scenario,
            BackwardClock clock,
            int[] patterns,
            double[] times,
            double[][][] distances,
            Optional<LinearResponse> response,
            Optional<Extrapolation> asked,
            Optional<Extrapolation.Result> extrapolation,
            Map<String, EndDensity.Distance> densities,
            double evaluations,
            double seconds) {}

    private final Scenario scenario;
    private final Effort effort;
    private final BackwardClock clock;
    private final double[] start;
    private final GaussianMixture target;
    private final double[] times;

    /** @throws ScenarioException the scenario does not start at a point */
    public PathConvergence(Scenario scenario, Effort effort) {
        if (!(scenario.initial() instanceof Law.Point point)) {
            throw new ScenarioException("initial", "paths of this study start at one point; give point");
        }
        this.scenario = scenario;
        this.effort = effort;
        this.start = point.at();
        this.clock = new BackwardClock(effort.horizon(), scenario.time().steps());
        this.target = GaussianMixture.of(scenario.target());
        this.times = new double[] {0.5 * effort.horizon(), 0.1 * effort.horizon(), 0.03 * effort.horizon(), 0};
    }

    public Findings run(Backend backend, int threads, Progress progress) {
        long begun = System.nanoTime();
        return scenario.target() instanceof Law.Samples list
                ? ofList(list, backend, threads, progress, begun)
                : ofLaw(backend, threads, progress, begun);
    }

    private Findings ofList(Law.Samples list, Backend backend, int threads, Progress progress, long begun) {
        PatternTable table = PatternTable.of(list.rows());
        int[] numbers = numbers(Math.min(effort.patterns(), table.count() - 1));
        double perPath = (double) (Arrays.stream(numbers).sum() + table.count()) * clock.steps();
        int paths = (int) Math.max(100, Math.min(agents(), effort.evaluations() / perPath));
        PatternListSweep sweep = new PatternListSweep(clock, start, table, seed(), numbers, paths, times);
        double[][][] distances = sweep.run(backend, threads, new Meter(sweep.evaluations(), progress));
        return new Findings(
                scenario,
                clock,
                numbers,
                times,
                distances,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                sweep.evaluations(),
                seconds(begun));
    }

    private Findings ofLaw(Backend backend, int threads, Progress progress, long begun) {
        int[] numbers = numbers(effort.patterns());
        int[] samples = DistanceSweep.samples(numbers, agents(), effort.evaluations(), clock.steps());
        DistanceSweep sweep = new DistanceSweep(clock, start, target, seed(), numbers, samples, times);
        Extrapolation extrapolation = extrapolation(SPLITS, times[2]);
        Extrapolation atEnd = extrapolation(END_SPLITS, 0);
        boolean line = start.length == 1;
        double ends = line ? endDensity(1).evaluations() + atEnd.evaluations() : 0;
        double whole = sweep.evaluations() + extrapolation.evaluations() + ends;
        Meter meter = new Meter(whole, progress);
        double[][][] distances = sweep.run(backend, threads, meter);
        Extrapolation.Result result = extrapolation.run(backend, threads, meter);
        Map<String, EndDensity.Distance> densities = Map.of();
        if (line) {
            double step =
                    atEnd.run(backend, threads, meter).steps()[END_SPLITS - 1].step();
            densities = endDensity(step).run(backend, threads, meter);
        }
        return new Findings(
                scenario,
                clock,
                numbers,
                times,
                distances,
                response(),
                Optional.of(extrapolation),
                Optional.of(result),
                densities,
                whole,
                seconds(begun));
    }

    private Extrapolation extrapolation(int splits, double time) {
        double perSample = (double) HALVED * (1 + splits) * clock.steps();
        int samples = (int) Math.max(200, Math.min(agents(), effort.evaluations() / 4 / perSample));
        return new Extrapolation(clock, start, target, seed() + 1, HALVED, samples, splits, time);
    }

    private EndDensity endDensity(double step) {
        return new EndDensity(clock, start[0], target, seed() + 2, HALVED, END_PATHS, END_SETS, END_SPLITS, step);
    }

    private Optional<LinearResponse> response() {
        boolean known = start.length == 1 && target.components() == 1 && target.means()[0][0] == 0;
        return known
                ? Optional.of(new LinearResponse(clock, start[0], Math.sqrt(target.variances()[0][0])))
                : Optional.empty();
    }

    /** 10, 32, 100, ... up to the largest. */
    private static int[] numbers(int largest) {
        int count = (int) Math.floor(PER_DECADE * Math.log10(Math.max(largest, SMALLEST) / (double) SMALLEST) + 1e-9);
        return IntStream.rangeClosed(0, count)
                .map(i -> (int) Math.round(SMALLEST * Math.pow(10, i / (double) PER_DECADE)))
                .filter(p -> p <= Math.max(1, largest))
                .toArray();
    }

    private int agents() {
        return (int) Math.min(Integer.MAX_VALUE, scenario.population().agents());
    }

    private long seed() {
        return scenario.population().seed();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }
}
