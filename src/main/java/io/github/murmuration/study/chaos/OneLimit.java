package io.github.murmuration.study.chaos;

import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limit at a number of steps is the same for all replicas: known, or that of one large population. */
final class OneLimit implements Comparison {

    private final List<Case> cases;
    private final int replicas;
    private final int largest;
    private final Map<Problem, Optional<Coupling>> couplings = new IdentityHashMap<>();

    /** @param largest of the numbers of agents */
    OneLimit(List<Case> cases, int replicas, int largest) {
        this.cases = cases;
        this.replicas = replicas;
        this.largest = largest;
        cases.forEach(each -> couplings.computeIfAbsent(
                each.population(), at -> Limit.known(at).map(limit -> Coupling.of(at, limit))));
    }

    @Override
    public double work() {
        double compared =
                cases.stream().mapToDouble(each -> each.agentSteps(replicas)).sum();
        double followed = couplings.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .mapToDouble(entry -> Limit.reference(entry.getKey(), largest).agentSteps())
                .sum();
        return compared + followed;
    }

    @Override
    public List<CouplingCase> seen(Resources resources) {
        couplings.replaceAll((population, known) ->
                Optional.of(known.orElseGet(() -> Coupling.of(population, followed(population, resources)))));
        return cases.stream().map(each -> seen(each, resources)).toList();
    }

    private CouplingCase seen(Case each, Resources resources) {
        Coupling coupling = couplings.get(each.population()).orElseThrow();
        long seed = each.population().scenario().population().seed();
        ReplicaRun run = new ReplicaRun(coupling.problem(), each.agents(), replicas, seed);
        return resources.once(each.name(), CouplingCase.class, run.agentSteps(), () -> {
            CouplingObserver observer = each.observer(coupling, replicas);
            resources.run(run, observer);
            return observer.seen();
        });
    }

    /** The limit as a large population has it. */
    private Limit followed(Problem population, Resources resources) {
        ReplicaRun run = Limit.reference(population, largest);
        int steps = population.grid().steps();
        double[][] taken = resources.once(
                "limit-" + steps,
                double[][].class,
                run.agentSteps(),
                () -> Limit.followed(population, run, resources).taken());
        return new Limit(taken, Optional.empty());
    }
}
