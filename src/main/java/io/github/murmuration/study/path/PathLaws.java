package io.github.murmuration.study.path;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PatternSampler;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Estimate;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The study {@code path-convergence --construction}: how near the law of paths between p patterns is to the exact one, for each
 * construction and for 2, 4, 8, ... steps.
 */
public final class PathLaws implements Study {

    /** What all constructions are called together. */
    public static final String ALL = "all";

    private static final String SMALL_STEP = "backward-small-step";
    private static final String EXACT = "backward-exact";
    private static final String FORWARD = "forward-one-step";
    private static final String TWO_STEP = "forward-two-step";
    private static final String SYMMETRIC = "symmetric";

    /** Constructions by name. */
    public static final List<String> NAMES = List.of(SMALL_STEP, EXACT, FORWARD, TWO_STEP, SYMMETRIC);

    /** Independent batches of paths, whose scatter gives the errors. */
    private static final int BATCHES = 20;

    /** More patterns would only make the exact law longer to evaluate. */
    private static final int MOST_PATTERNS = 1000;

    /** More paths than that make nothing clearer. */
    private static final int MOST_PATHS = 100_000;

    /** Fifty in each batch. */
    private static final int FEWEST_PATHS = 50 * BATCHES;

    /**
     * The law of some paths at one time.
     *
     * @param variance mean over the coordinates
     * @param exactVariance of the exact law
     * @param wasserstein W1 to the exact law of a batch, sliced in more than one dimension
     * @param excess the same beyond that of as many samples of the exact law
     */
    public record Found(
            double tau,
            double variance,
            double exactVariance,
            double wasserstein,
            double wassersteinError,
            double excess,
            double excessError) {}

    /** Of a construction with some number of steps, times descending. */
    public record Case(String construction, int steps, Found[] found) {}

    private final Scenario scenario;
    private final PathConvergence.Effort effort;
    private final List<String> names;
    private final double[] start;
    private final PatternTable patterns;
    private final int[] steps;
    private final int paths;

    /**
     * @param names of constructions, or {@link #ALL}
     * @throws ScenarioException there is no such construction, or as {@link PathConvergence}
     */
    public PathLaws(Scenario scenario, PathConvergence.Effort effort, List<String> names) {
        this.scenario = scenario;
        this.effort = effort;
        this.names =
                names.equals(List.of(ALL)) ? NAMES : names.stream().distinct().toList();
        for (String name : this.names) {
            if (!NAMES.contains(name)) {
                String alone = name.equals(ALL) ? " alone" : "";
                throw ScenarioException.refused(
                        "--construction", name, ALL + alone + ", or some of " + String.join(", ", NAMES));
            }
        }
        this.start = PathConvergence.start(scenario);
        this.patterns = patterns();
        this.steps = IntStream.iterate(2, n -> 2 * n)
                .takeWhile(n -> n <= scenario.time().steps())
                .toArray();
        double perPath = (double) patterns.count() * Arrays.stream(steps).sum();
        long agents = scenario.population().agents();
        if (agents < FEWEST_PATHS) {
            throw ScenarioException.refused(
                    "population.agents", agents, "at least " + FEWEST_PATHS + " paths with --construction");
        }
        double affordable = effort.evaluations() / perPath;
        if (affordable < FEWEST_PATHS) {
            throw ScenarioException.refused(
                    "--evaluations",
                    effort.evaluations(),
                    String.format(Locale.ROOT, "at least %.0f for %d paths", FEWEST_PATHS * perPath, FEWEST_PATHS));
        }
        this.paths = (int) Math.min(MOST_PATHS, Math.min(agents, affordable)) / BATCHES * BATCHES;
    }

    private PatternTable patterns() {
        int most = Math.min(effort.patterns(), MOST_PATTERNS);
        if (scenario.target() instanceof Law.Samples list) {
            PatternTable all = PatternTable.of(list.rows());
            return all.first(Math.min(most, all.count()));
        }
        return new PatternSampler(GaussianMixture.of(scenario.target()), seed()).draw(0, most);
    }

    @Override
    public double work() {
        return names.stream().mapToDouble(this::work).sum();
    }

    private double work(String name) {
        return Arrays.stream(steps).mapToDouble(n -> work(name, n)).sum();
    }

    /** Pattern evaluations; those that evaluate none take a step of a path for one. */
    private double work(String name, int steps) {
        double perStep = name.equals(SMALL_STEP) || name.equals(EXACT) ? patterns.count() : 1;
        return perStep * paths * steps;
    }

    @Override
    public String unit() {
        return "pattern evaluations";
    }

    @Override
    public StudyReport run(Resources resources) {
        List<StudyCase<Case>> cases = new ArrayList<>();
        for (String name : names) {
            for (int n : steps) {
                cases.add(new StudyCase<>(name + "-" + n, Case.class, work(name, n), given -> found(name, n, given)));
            }
        }
        List<Case> found = resources.all(cases);
        return PathLawsReport.of(scenario, effort.horizon(), patterns.count(), paths, found);
    }

    private Case found(String name, int n, Resources resources) {
        BackwardClock clock = new BackwardClock(effort.horizon(), n);
        int[] observed = IntStream.of(1, n / 2, n - 1).distinct().toArray();
        try (PatternEvaluator evaluator = resources.backend().patterns(resources.threads())) {
            PathConstruction construction = construction(name, evaluator);
            double[][] states = construction.states(new BackwardPaths(clock, start, seed() + 1, 0, paths, observed));
            resources.meter().add(work(name, n));
            Found[] found = new Found[observed.length];
            for (int o = 0; o < found.length; o++) {
                double tau = clock.tau(observed[o]);
                found[o] = compare(tau, construction.between().law(tau), states[o], n * BATCHES);
            }
            return new Case(name, n, found);
        }
    }

    /** Paths that run forward end at the reference N(0, B), the others at x_B. */
    private PathConstruction construction(String name, PatternEvaluator evaluator) {
        Interpolation point = new Interpolation(patterns, effort.horizon(), start, 0);
        Interpolation reference =
                new Interpolation(patterns, effort.horizon(), new double[start.length], effort.horizon());
        return switch (name) {
            case SMALL_STEP -> new BackwardConstruction(name, Endpoint.MEAN, point, evaluator);
            case EXACT -> new BackwardConstruction(name, Endpoint.DRAWN, point, evaluator);
            case FORWARD -> new ForwardOneStep(reference);
            case TWO_STEP -> new ForwardTwoStep(reference);
            default -> new SymmetricBisection(point);
        };
    }

    /** @param set first of the sets of samples */
    private Found compare(double tau, GaussianMixture law, double[] states, int set) {
        EndDistances exact = new EndDistances(law);
        int own = states.length / BATCHES;
        double[] wasserstein = new double[BATCHES];
        double[] excess = new double[BATCHES];
        PatternSampler sampler = new PatternSampler(law, seed() + 2);
        for (int b = 0; b < BATCHES; b++) {
            wasserstein[b] = exact.of(Arrays.copyOfRange(states, b * own, (b + 1) * own), 0)[0];
            excess[b] = wasserstein[b]
                    - exact.of(sampler.draw(set + b, paths / BATCHES).rows(), 0)[0];
        }
        Estimate w = Estimate.of(wasserstein);
        Estimate e = Estimate.of(excess);
        return new Found(
                tau, variance(states), variance(law), w.value(), w.standardError(), e.value(), e.standardError());
    }

    /** Mean over the coordinates. */
    private double variance(double[] states) {
        int d = start.length;
        double[] mean = new double[d];
        for (int i = 0; i < states.length; i++) {
            mean[i % d] += states[i] * d / states.length;
        }
        double sum = 0;
        for (int i = 0; i < states.length; i++) {
            sum += Math.pow(states[i] - mean[i % d], 2);
        }
        return sum / states.length;
    }

    private static double variance(GaussianMixture law) {
        return Arrays.stream(law.matched().variances()[0]).average().orElseThrow();
    }

    private long seed() {
        return scenario.population().seed();
    }
}
