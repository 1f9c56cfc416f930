package io.github.murmuration.study.redistribution;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Study {@code redistribution}: control energy of each initial sub-population and each coordinate, under guidance by the population's mean
 * against every other guidance of the scenario. The agents are divided among replicas.
 */
public final class Redistribution implements Study {

    private static final int SEED_PART = 3;

    private final Scenario scenario;
    private final int replicas;
    private final Problem problem;
    private final int base;

    /**
     * @param replicas R, of population.agents / R agents each.
     * @throws ScenarioException nothing to compare
     */
    public Redistribution(Scenario scenario, int replicas) {
        if (!scenario.steered()) {
            throw ScenarioException.refused(
                    "model", scenario.model(), "guided-bridge or lqg, which have a control energy");
        }
        this.scenario = scenario;
        this.replicas = replicas;
        this.base = base(scenario.guidance());
        if (scenario.population().agents() < 2L * replicas) {
            throw ScenarioException.refused(
                    "population.agents",
                    scenario.population().agents(),
                    "at least two for each of the " + replicas + " replicas");
        }
        this.problem = Problem.of(scenario);
    }

    @Override
    public double work() {
        return replicas * workOfOne();
    }

    @Override
    public StudyReport run(Resources resources) {
        List<Replica> done = resources.all(
                IntStream.range(0, replicas).mapToObj(this::replica).toList());
        return new RedistributionReport(scenario, base, perReplica(), done).report();
    }

    private StudyCase<Replica> replica(int r) {
        long seed = Seeds.of(scenario.population().seed(), r, SEED_PART);
        return new StudyCase<>(
                "replica-" + r, Replica.class, workOfOne(), given -> Replica.of(given, problem, perReplica(), seed));
    }

    private double workOfOne() {
        return (double) perReplica()
                * scenario.time().steps()
                * problem.schedules().size();
    }

    private long perReplica() {
        return scenario.population().agents() / replicas;
    }

    /** The first guidance by the population's mean. */
    private static int base(List<Guidance> guidance) {
        return IntStream.range(0, guidance.size())
                .filter(g -> guidance.size() > 1
                        && (guidance.get(g) instanceof Guidance.MeanField
                                || guidance.get(g) instanceof Guidance.Empirical))
                .findFirst()
                .orElseThrow(() -> ScenarioException.refused(
                        "guidance",
                        String.join(", ", guidance.stream().map(Guidance::name).toList()),
                        "mean-field or empirical, and at least one other to compare it with"));
    }
}
