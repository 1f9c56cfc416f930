package io.github.murmuration.study.linearity;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.MeanCurves;
import io.github.murmuration.study.ObservationTimes;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Study {@code linearity}: the mean of replicas of N agents against the reference, under every guidance of a scenario. */
public final class Linearity implements Study {

    static final int LOOKS = 64;

    private static final int COARSEST = 4;

    /**
     * How much of it to do.
     * @param sizes N, increasing.
     * @param replicas R of each size
     */
    public record Effort(long[] sizes, int replicas) {

        /** Powers of ten from 100 up to a size, and that size. */
        public static long[] sizesUpTo(long agents) {
            List<Long> sizes = new ArrayList<>();
            for (long size = 100; size < agents; size *= 10) {
                sizes.add(size);
            }
            sizes.add(agents);
            return sizes.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private final Scenario scenario;
    private final Effort effort;
    private final Problem problem;

    /** @throws ScenarioException agents that are not steered have no line to follow */
    public Linearity(Scenario scenario, Effort effort) {
        Reference.check(scenario);
        this.scenario = scenario;
        this.effort = effort;
        this.problem = Problem.of(scenario);
    }

    @Override
    public double work() {
        double work = 0;
        for (long size : effort.sizes()) {
            work += replicas(problem, size, 0).agentSteps();
        }
        for (int steps : coarserSteps()) {
            work += replicas(Problem.of(coarser(steps)), largest(), 0).agentSteps();
        }
        return work;
    }

    @Override
    public StudyReport run(Resources resources) {
        ObservationTimes looks = ObservationTimes.of(problem.grid(), LOOKS);
        Reference reference = Reference.of(problem, looks.times());
        List<StudyCase<MeanCurves>> cases = new ArrayList<>();
        for (long size : effort.sizes()) {
            cases.add(curves(problem, size, scenario.population().seed(), "agents-" + size));
        }
        List<Reference> references = new ArrayList<>();
        for (int steps : coarserSteps()) {
            Problem coarse = Problem.of(coarser(steps));
            references.add(Reference.of(
                    coarse, ObservationTimes.of(coarse.grid(), LOOKS).times()));
            long seed = Seeds.of(scenario.population().seed(), steps, 1);
            cases.add(curves(coarse, largest(), seed, "steps-" + steps));
        }
        List<MeanCurves> curves = resources.all(cases);
        int sizes = effort.sizes().length;
        List<Deviations[]> bySize = new ArrayList<>();
        List<Deviations[]> bySteps = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            Reference own = c < sizes ? reference : references.get(c - sizes);
            (c < sizes ? bySize : bySteps).add(deviations(curves.get(c), own));
        }
        bySteps.add(bySize.get(bySize.size() - 1));
        references.add(reference);
        Evaluation evaluation = new Evaluation(scenario, effort.sizes(), stepCounts(), bySize, bySteps, references);
        return new LinearityReport(
                        scenario, effort, looks, findings(evaluation, resources.threads()), stepCounts(), intervals())
                .report();
    }

    private List<Finding> findings(Evaluation evaluation, int threads) {
        try (Crew<?> crew = Crew.of(threads)) {
            return IntStream.range(0, scenario.guidance().size())
                    .mapToObj(g -> evaluation.finding(g, crew))
                    .toList();
        }
    }

    /** Step counts that are compared, the scenario's own last. */
    private int[] stepCounts() {
        return IntStream.concat(
                        Arrays.stream(coarserSteps()),
                        IntStream.of(scenario.time().steps()))
                .toArray();
    }

    /** A quarter and half of the steps, where the scheme has an error of the step and the grid has room. */
    private int[] coarserSteps() {
        boolean erring = scenario.time().scheme() != Scheme.EXACT;
        return IntStream.of(COARSEST, COARSEST / 2)
                .map(part -> scenario.time().steps() / part)
                .filter(steps -> erring && steps >= 2 * scenario.protocol().intervals())
                .toArray();
    }

    private Scenario coarser(int steps) {
        return scenario.toBuilder().steps(steps).build();
    }

    private long largest() {
        return effort.sizes()[effort.sizes().length - 1];
    }

    private ReplicaRun replicas(Problem of, long size, long seed) {
        return new ReplicaRun(of, size, effort.replicas(), seed);
    }

    private StudyCase<MeanCurves> curves(Problem of, long size, long seed, String name) {
        ObservationTimes looks = ObservationTimes.of(of.grid(), LOOKS);
        ReplicaRun run = replicas(of, size, seed);
        int guidances = scenario.guidance().size();
        return new StudyCase<>(
                name,
                MeanCurves.class,
                run.agentSteps(),
                given -> MeanCurves.of(given, run, looks, guidances, effort.replicas(), scenario.dimension()));
    }

    private Deviations[] deviations(MeanCurves curves, Reference reference) {
        return IntStream.range(0, scenario.guidance().size())
                .mapToObj(g -> Deviations.of(curves.means()[g], reference, ownStart(g)))
                .toArray(Deviations[]::new);
    }

    private boolean ownStart(int g) {
        return scenario.guidance().get(g) instanceof Guidance.Empirical;
    }

    private Optional<IntervalSweep> intervals() {
        boolean midpoints = scenario.model() == Model.GUIDED_BRIDGE
                && scenario.protocol().guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT
                && scenario.guidance().stream().anyMatch(Guidance.MeanField.class::isInstance);
        return midpoints
                ? Optional.of(IntervalSweep.of(
                        scenario.protocol(),
                        problem.initial().mean(),
                        problem.target().mean()))
                : Optional.empty();
    }
}
