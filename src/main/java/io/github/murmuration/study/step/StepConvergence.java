package io.github.murmuration.study.step;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Partners;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.Time;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Study {@code step-convergence}: populations advanced with n, 2n, 4n, ... steps on the same noise. An increment of n steps is the sum of
 * those of 2n. The agents are divided among replicas, and the replicas over cases.
 */
public final class StepConvergence implements Study {

    private static final int SEED_PART = 4;
    private static final int MOST_CASES = 16;

    /** Populations at three numbers of steps: this one, twice as many, and the most. */
    private static final int ENDS_AT_ONCE = 3;

    /**
     * How much of it.
     *
     * @param doublings of the scenario's steps n, at least 2
     * @param replicas R, of population.agents / R agents each
     * @param accuracy an error for which a number of steps is given
     */
    public record Effort(int doublings, int replicas, double accuracy) {

        /**
         * Steps that bring an error below the accuracy.
         * @param most the error of n steps.
         * @param p its order
         */
        double steps(double n, double most, double p) {
            return Math.max(1, Math.ceil(n * Math.pow(most / accuracy, 1 / p)));
        }
    }

    private final Scenario scenario;
    private final Effort effort;
    private final List<Problem> levels;

    /** @throws ScenarioException another model, too few agents or too many steps */
    public StepConvergence(Scenario scenario, Effort effort) {
        this.scenario = scenario;
        this.effort = effort;
        refuseUnfit();
        MemoryNeed.checkSchedules(level(effort.doublings()));
        this.levels = IntStream.rangeClosed(0, effort.doublings())
                .mapToObj(l -> Problem.of(level(l)))
                .toList();
    }

    @Override
    public double work() {
        return IntStream.range(0, cases()).mapToDouble(this::work).sum();
    }

    @Override
    public StudyReport run(Resources resources) {
        List<StepCase> cases = resources.all(IntStream.range(0, cases())
                .mapToObj(c ->
                        new StudyCase<>("replicas-" + first(c), StepCase.class, work(c), given -> compare(c, given)))
                .toList());
        return new StepReport(scenario, effort, agents(), Quantities.of(levels.get(0)), StepCase.joined(cases))
                .report();
    }

    /** From the most steps to the fewest, so that no more ends are kept than are compared. */
    private StepCase compare(int c, Resources resources) {
        int replicas = first(c + 1) - first(c);
        StepCase found = StepCase.empty(
                levels.size(), Quantities.of(levels.get(0)).names().size(), dimension());
        Level finest = null;
        Level finer = null;
        for (int l = levels.size() - 1; l >= 0; l--) {
            Level level = new Level(levels.get(l), agents(), replicas);
            resources.run(replicas(c, l), level);
            found.take(l, level);
            finest = finest == null ? level : finest;
            if (finer != null) {
                found.compare(l, level.squares(finer), level.squares(finest));
            }
            finer = level;
        }
        return found;
    }

    private ReplicaRun replicas(int c, int level) {
        long seed = Seeds.of(scenario.population().seed(), first(c), SEED_PART);
        return new ReplicaRun(levels.get(level), agents(), first(c + 1) - first(c), seed);
    }

    private double work(int c) {
        return IntStream.range(0, levels.size())
                .mapToDouble(l -> replicas(c, l).agentSteps())
                .sum();
    }

    private int cases() {
        return Math.min(MOST_CASES, effort.replicas());
    }

    /** Number of a case's first replica. */
    private int first(int c) {
        return (int) ((long) effort.replicas() * c / cases());
    }

    private int agents() {
        return (int) Math.min(Integer.MAX_VALUE, scenario.population().agents() / effort.replicas());
    }

    private int dimension() {
        return scenario.dimension();
    }

    /** The scenario with 2^l times its steps, on as many normals in all as the finest. */
    private Scenario level(int l) {
        Time time = scenario.time();
        int normals = time.noisePerStep() << effort.doublings() - l;
        return scenario.toBuilder()
                .time(new Time(time.steps() << l, time.scheme(), normals))
                .build();
    }

    private void refuseUnfit() {
        if (scenario.dynamics().written().isEmpty()) {
            throw ScenarioException.refused(
                    "model",
                    scenario.model(),
                    "mean-field-ou, desai-zwanzig, kuramoto or custom: steps of no other share their noise");
        }
        if (scenario.dynamics().written().get().boundary().values().stream()
                .anyMatch(Boundary.Absorbing.class::isInstance)) {
            throw ScenarioException.refused(
                    "dynamics.boundary", "an end that absorbs agents", "a model without it for this study");
        }
        if (scenario.dynamics().written().get().partners() instanceof Partners.Batch) {
            throw ScenarioException.refused(
                    "dynamics.partners",
                    "a batch, which every number of steps draws anew,",
                    "all or within for this study");
        }
        if (scenario.population().agents() < 2L * effort.replicas()) {
            throw ScenarioException.refused(
                    "population.agents",
                    scenario.population().agents(),
                    "at least two for each of the " + effort.replicas() + " replicas");
        }
        double normals = (double) scenario.time().steps() * scenario.time().noisePerStep();
        if (Math.scalb(normals, effort.doublings()) > Integer.MAX_VALUE) {
            throw ScenarioException.refused(
                    "--doublings",
                    effort.doublings(),
                    "so few that " + scenario.time().steps() + " steps grow to no more than " + Integer.MAX_VALUE);
        }
        double together = Math.ceil((double) effort.replicas() / cases()) * agents();
        HeapException.require(
                String.format(Locale.ROOT, "the ends of %,.0f agents at %d numbers of steps", together, ENDS_AT_ONCE),
                ENDS_AT_ONCE * together * dimension() * Float.BYTES,
                "take fewer population.agents");
    }
}
