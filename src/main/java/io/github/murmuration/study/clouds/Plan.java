package io.github.murmuration.study.clouds;

import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.ForwardNoise;
import io.github.murmuration.study.generation.CloudProblem;
import io.github.murmuration.study.generation.Data;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cases of the study.
 *
 * @param base the scenario itself, without branching
 * @param independent the same with points that know nothing of each other
 * @param sizes by their numbers of points
 * @param steps by their numbers of steps
 * @param unbranched what branching is compared with, of as many points
 * @param branched by copies, levels and widening
 * @param entropies of clouds about a centre; empty for other laws
 */
record Plan(
        CloudCase base,
        CloudCase independent,
        List<CloudCase> sizes,
        List<CloudCase> steps,
        CloudCase unbranched,
        List<CloudCase> branched,
        List<CloudCase> entropies) {

    private static final int[] SIZES = {100, 1000, 10_000, 100_000};
    private static final double[] SHARES_OF_STEPS = {0.125, 0.25, 0.5, 1, 2};
    private static final int[] ENTROPY_SIZES = {2, 10, 100, 1000};

    /** Branched clouds have a multiple of so many points. */
    private static final int UNIT = 64;

    /** Copies and number of levels. */
    private static final int[][] BRANCHINGS = {{2, 1}, {2, 3}, {4, 1}, {4, 2}, {8, 1}};

    private static final double[] WIDENINGS = {0.25, 1};

    /** Shares of the steps that are done at the first level and at the last. */
    private static final double FIRST = 0.7;

    private static final double LAST = 0.95;

    static Plan of(CloudScenario scenario, Data data, double budget) {
        Variants variants = new Variants(scenario, data, budget);
        int points = scenario.population().points();
        int branching = UNIT * Math.max(1, points / UNIT);
        CloudProblem whole = variants.ofPoints(branching);
        return new Plan(
                ofPoints(variants, points),
                new CloudCase("independent", variants.independent()),
                sizes(variants, points, budget),
                steps(variants, scenario.time().steps()),
                ofPoints(variants, branching),
                branched(variants, whole),
                data instanceof Data.Gaussian gaussian ? entropies(scenario, gaussian, budget) : List.of());
    }

    private static CloudCase ofPoints(Variants variants, int points) {
        return exact(variants.ofPoints(points));
    }

    private static CloudCase exact(CloudProblem problem) {
        String name = "points-" + problem.points() + "-steps-" + problem.clock().steps();
        return new CloudCase(name, problem);
    }

    /** As far as a cloud of so many points fits into the budget. */
    private static List<CloudCase> sizes(Variants variants, int points, double budget) {
        return IntStream.concat(IntStream.of(points), IntStream.of(SIZES))
                .sorted()
                .distinct()
                .mapToObj(n -> ofPoints(variants, n))
                .filter(one -> one.points() == points || variants.cost(one.problem()) <= budget)
                .toList();
    }

    private static List<CloudCase> steps(Variants variants, int steps) {
        return IntStream.range(0, SHARES_OF_STEPS.length)
                .map(i -> (int) Math.max(1, Math.round(SHARES_OF_STEPS[i] * steps)))
                .distinct()
                .mapToObj(n -> exact(variants.ofSteps(n)))
                .toList();
    }

    private static List<CloudCase> branched(Variants variants, CloudProblem whole) {
        List<CloudCase> cases = new ArrayList<>();
        for (int[] branching : BRANCHINGS) {
            for (double widening : WIDENINGS) {
                List<Double> levels = levels(whole, branching[1]);
                if (levels.get(0) * (1 + widening) <= whole.clock().from()) {
                    CloudScenario.Copying copying = new CloudScenario.Copying(branching[0], widening, levels);
                    String name = "copies-" + branching[0] + "-levels-" + branching[1] + "-widening-" + widening;
                    cases.add(new CloudCase(name, variants.branched(copying, whole.points())));
                }
            }
        }
        return cases;
    }

    /** Evenly spaced in the steps of the clock. */
    static List<Double> levels(CloudProblem whole, int times) {
        return IntStream.range(0, times)
                .mapToObj(m -> {
                    double share = times == 1 ? 0.5 : m / (times - 1.0);
                    double done = (1 - share) * FIRST + share * LAST;
                    return whole.clock()
                            .at((int) Math.round(done * whole.clock().steps()));
                })
                .toList();
    }

    private static List<CloudCase> entropies(CloudScenario scenario, Data.Gaussian data, double budget) {
        return IntStream.of(ENTROPY_SIZES)
                .mapToObj(points -> {
                    CloudScenario noised = new CloudScenario(
                            scenario.name(),
                            scenario.data(),
                            scenario.score(),
                            new ForwardNoise.Preserving(1, 1, Entropy.HORIZON),
                            CloudScenario.Start.NOISED,
                            Optional.empty(),
                            new CloudScenario.Clouds(
                                    scenario.population().clouds(),
                                    points,
                                    scenario.population().seed()),
                            new CloudScenario.Steps(Entropy.STEPS, 0, CloudScenario.Spacing.EVEN),
                            scenario.output());
                    return new CloudCase("entropy-" + points, new Variants(noised, data, budget).ofPoints(points));
                })
                .toList();
    }

    /** Every case once. */
    Collection<CloudCase> all() {
        Map<String, CloudCase> cases = new LinkedHashMap<>();
        Stream.of(List.of(base, independent), sizes, steps, List.of(unbranched), branched, entropies)
                .flatMap(List::stream)
                .forEach(each -> cases.putIfAbsent(each.name(), each));
        return cases.values();
    }
}
