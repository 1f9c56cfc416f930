package io.github.murmuration.study.chaos;

import io.github.murmuration.rng.Seeds;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Agents have noise in common, and the limit is the law given that noise: every replica has one of its own. A large population, its copies
 * and the populations of all sizes are under the same noise in common, each agent under noise of its own.
 */
final class LimitOfReplica implements Comparison {

    private static final int SEED_PART = 5;

    private final List<Case> cases;
    private final Problem population;
    private final int replicas;
    private final int largest;

    /**
     * @param cases at one number of steps.
     * @param largest of the numbers of agents
     */
    LimitOfReplica(List<Case> cases, int replicas, int largest) {
        this.cases = cases;
        this.population = cases.get(0).population();
        this.replicas = replicas;
        this.largest = largest;
    }

    @Override
    public double work() {
        return replicas * workOfOne();
    }

    private double workOfOne() {
        return Limit.reference(population, largest, 0).agentSteps()
                + cases.stream().mapToDouble(each -> each.agentSteps(1)).sum();
    }

    @Override
    public List<CouplingCase> seen(Resources resources) {
        List<CouplingCase[]> byReplica = resources.all(IntStream.range(0, replicas)
                .mapToObj(r ->
                        new StudyCase<>("replica-" + r, CouplingCase[].class, workOfOne(), given -> seen(r, given)))
                .toList());
        return IntStream.range(0, cases.size())
                .mapToObj(i -> CouplingCase.joined(
                        byReplica.stream().map(seen -> seen[i]).toList()))
                .toList();
    }

    /** One replica of every case. */
    private CouplingCase[] seen(int replica, Resources resources) {
        long key = Seeds.of(population.scenario().population().seed(), replica, SEED_PART);
        Limit limit = Limit.followed(population, Limit.reference(population, largest, key), resources);
        Coupling coupling = Coupling.of(population, limit, key);
        return cases.stream()
                .map(each -> each.seen(
                        coupling,
                        ReplicaRun.underCommonNoise(coupling.problem(), each.agents(), key, key),
                        0,
                        1,
                        resources))
                .toArray(CouplingCase[]::new);
    }
}
