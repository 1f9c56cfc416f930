package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The study {@code path-convergence}: how the paths of p patterns approach those of the law behind the patterns, how heavy the tail of
 * their distance is, and whether it can be extrapolated away.
 */
public final class PathConvergence implements Study {

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
     * @param evaluations pattern evaluations for the distances, at most, and half as many for the extrapolation
     */
    public record Effort(double horizon, int patterns, double evaluations) {}

    /**
     * What this process did of it.
     * @param evaluations pattern evaluations, without those of cases kept before
     */
    public record Spent(double evaluations, double seconds) {}

    /** What is kept of the end densities. */
    record Densities(Map<String, EndDensity.Distance> distances) {}

    /**
     * What was found; parts that the target does not allow are absent.
     *
     * @param times tau of the clock, descending, the last 0
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
            Spent spent) {

        /** Distances of the i-th p at the t-th time, ascending. */
        double[] sorted(int i, int t) {
            double[] sorted = distances[i][t].clone();
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private final Scenario scenario;
    private final Effort effort;
    private final BackwardClock clock;
    private final double[] start;
    private final GaussianMixture target;
    private final double[] times;

    /** @throws ScenarioException another model, or the scenario does not start at a point */
    public PathConvergence(Scenario scenario, Effort effort) {
        this.scenario = scenario;
        this.effort = effort;
        this.start = start(scenario);
        this.clock = new BackwardClock(effort.horizon(), scenario.time().steps());
        this.target = GaussianMixture.of(scenario.target());
        this.times = clock.before(0.5 * effort.horizon(), 0.1 * effort.horizon(), 0.03 * effort.horizon());
    }

    /**
     * Where the paths of a scenario start.
     * @throws ScenarioException another model, it does not start at a point, or it has one step
     */
    static double[] start(Scenario scenario) {
        if (scenario.model() != Model.GUIDED_BRIDGE) {
            throw ScenarioException.refused("model", scenario.model(), "guided-bridge");
        }
        if (!(scenario.initial() instanceof Law.Point point)) {
            throw new ScenarioException("initial", "paths of this study start at one point; give point");
        }
        if (scenario.time().steps() < 2) {
            throw ScenarioException.refused("time.steps", scenario.time().steps(), "at least 2 for this study");
        }
        return point.at();
    }

    @Override
    public double work() {
        if (scenario.target() instanceof Law.Samples list) {
            return all(listSweep(PatternTable.of(list.rows())));
        }
        double ends = endDensity(1).evaluations() + extrapolation(END_SPLITS, 0).evaluations();
        return all(sweep()) + extrapolation(SPLITS, lastBeforeEnd()).evaluations() + ends;
    }

    @Override
    public String unit() {
        return "pattern evaluations";
    }

    @Override
    public StudyReport run(Resources resources) {
        long begun = System.nanoTime();
        return PathConvergenceReport.of(
                scenario.target() instanceof Law.Samples list
                        ? ofList(PatternTable.of(list.rows()), resources, begun)
                        : ofLaw(resources, begun));
    }

    private Findings ofList(PatternTable list, Resources resources, long begun) {
        PatternListSweep sweep = listSweep(list);
        double[][][] distances = DistanceParts.of(sweep, resources);
        return new Findings(
                scenario,
                clock,
                sweep.patterns(),
                times,
                distances,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                all(sweep),
                spent(resources, begun));
    }

    private Findings ofLaw(Resources resources, long begun) {
        DistanceSweep sweep = sweep();
        double[][][] distances = DistanceParts.of(sweep, resources);
        Extrapolation extrapolation = extrapolation(SPLITS, lastBeforeEnd());
        Extrapolation.Result result = found("extrapolation", extrapolation, resources);
        Map<String, EndDensity.Distance> densities = densities(resources);
        return new Findings(
                scenario,
                clock,
                sweep.patterns(),
                times,
                distances,
                response(),
                Optional.of(extrapolation),
                Optional.of(result),
                densities,
                work(),
                spent(resources, begun));
    }

    /** After the step that is best at the end, found on other patterns. */
    private Map<String, EndDensity.Distance> densities(Resources resources) {
        Extrapolation.Result atEnd = found("extrapolation-at-end", extrapolation(END_SPLITS, 0), resources);
        EndDensity ends = endDensity(atEnd.steps()[END_SPLITS - 1].step());
        return resources
                .once(new StudyCase<>(
                        "end-densities",
                        Densities.class,
                        ends.evaluations(),
                        given -> new Densities(ends.run(given.backend(), given.threads(), given.meter()))))
                .distances();
    }

    private static Extrapolation.Result found(String name, Extrapolation extrapolation, Resources resources) {
        return resources.once(new StudyCase<>(
                name,
                Extrapolation.Result.class,
                extrapolation.evaluations(),
                given -> extrapolation.run(given.backend(), given.threads(), given.meter())));
    }

    private static double all(Distances distances) {
        return distances.evaluations(distances.count());
    }

    private DistanceSweep sweep() {
        int[] numbers = numbers(effort.patterns());
        int[] samples = DistanceSweep.samples(numbers, agents(), effort.evaluations(), clock.steps());
        return new DistanceSweep(clock, start, target, seed(), numbers, samples, times);
    }

    private PatternListSweep listSweep(PatternTable list) {
        int[] numbers = numbers(Math.min(effort.patterns(), list.count() - 1));
        double perPath = (double) (Arrays.stream(numbers).sum() + list.count()) * clock.steps();
        int paths = (int) Math.max(100, Math.min(agents(), effort.evaluations() / perPath));
        return new PatternListSweep(clock, start, list, seed(), numbers, paths, times);
    }

    private Extrapolation extrapolation(int splits, double time) {
        double perSample = (double) HALVED * (1 + splits) * clock.steps();
        int samples = (int) Math.max(200, Math.min(agents(), effort.evaluations() / 4 / perSample));
        return new Extrapolation(clock, start, target, seed() + 1, HALVED, samples, splits, time);
    }

    private EndDensity endDensity(double step) {
        return new EndDensity(clock, start, target, seed() + 2, HALVED, END_PATHS, END_SETS, END_SPLITS, step);
    }

    private double lastBeforeEnd() {
        return times[times.length - 2];
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

    private static Spent spent(Resources resources, long begun) {
        return new Spent(resources.meter().done(), (System.nanoTime() - begun) * 1e-9);
    }
}
