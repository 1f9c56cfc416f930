package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Propagation of chaos: populations of several sizes against copies of their limit. */
public final class Chaos implements Study {

    private static final int SIZES = 10;
    private static final double SMALLEST = 10;
    private static final double LARGEST = 1e5;

    /** Agent-steps that the sizes chosen here may take: two minutes on two cores. */
    private static final double BUDGET = 2e10;

    /** Of the sizes, that whose difference is followed to finer steps. */
    private static final int REFINED = 100;

    private static final int[] COARSER = {4, 2, 1};

    /** Agents that act on each other differ from each other for any step. */
    private static final int[] AS_ASKED = {1};

    /** @param population at a number of steps. @param agents N of a replica */
    private record Case(String name, Problem population, int agents) {}

    private final Scenario scenario;
    private final int replicas;
    private final Map<Problem, Optional<Coupling>> couplings = new IdentityHashMap<>();
    private final List<Case> sizes = new ArrayList<>();
    private final List<Case> steps = new ArrayList<>();

    /** @param sizes ascending; of the study's own choice where there are none */
    public Chaos(Scenario scenario, int[] sizes, int replicas) {
        this.scenario = scenario;
        this.replicas = replicas;
        refuseUnfit();
        Problem population = Coupling.population(scenario);
        couplings.put(population, Limit.known(population).map(limit -> Coupling.of(population, limit)));
        for (int agents : sizes.length == 0 ? usual() : sizes) {
            this.sizes.add(new Case("agents-" + agents, population, agents));
        }
        for (int coarser : scenario.steered() ? COARSER : AS_ASKED) {
            int n = scenario.time().steps() / coarser;
            if (n >= scenario.protocol().intervals()) {
                Problem at = coarser == 1
                        ? population
                        : Coupling.population(scenario.toBuilder().steps(n).build());
                couplings.computeIfAbsent(at, absent -> Limit.known(absent).map(limit -> Coupling.of(absent, limit)));
                this.steps.add(new Case("steps-" + n, at, REFINED));
            }
        }
    }

    @Override
    public double work() {
        double compared = Stream.concat(sizes.stream(), steps.stream())
                .mapToDouble(each ->
                        2.0 * each.agents * replicas * each.population.grid().steps())
                .sum();
        double followed = couplings.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .mapToDouble(entry -> reference(entry.getKey()).agentSteps())
                .sum();
        return compared + followed;
    }

    @Override
    public StudyReport run(Resources resources) {
        couplings.replaceAll((population, known) ->
                Optional.of(known.orElseGet(() -> Coupling.of(population, followed(population, resources)))));
        List<CouplingCase> bySize =
                sizes.stream().map(each -> seen(each, resources)).toList();
        List<CouplingCase> bySteps =
                steps.stream().map(each -> seen(each, resources)).toList();
        return new ChaosReport(coupling(sizes.get(0)), bySize, bySteps).report();
    }

    private CouplingCase seen(Case each, Resources resources) {
        ReplicaRun run = run(each);
        return resources.once(each.name, CouplingCase.class, run.agentSteps(), () -> {
            Looks looks = Looks.over(each.population.grid().steps());
            CouplingObserver observer = new CouplingObserver(coupling(each), looks, each.agents, replicas);
            resources.run(run, observer);
            return observer.seen();
        });
    }

    private ReplicaRun run(Case each) {
        return new ReplicaRun(
                coupling(each).problem(),
                each.agents,
                replicas,
                scenario.population().seed());
    }

    private Coupling coupling(Case each) {
        return couplings.get(each.population).orElseThrow();
    }

    private ReplicaRun reference(Problem population) {
        return Limit.reference(population, sizes.get(sizes.size() - 1).agents);
    }

    /** The limit as a large population has it. */
    private Limit followed(Problem population, Resources resources) {
        ReplicaRun run = reference(population);
        int steps = population.grid().steps();
        double[][] taken = resources.once("limit-" + steps, double[][].class, run.agentSteps(), () -> {
            Limit.Followed followed = new Limit.Followed(steps);
            resources.run(run, followed);
            return followed.taken();
        });
        return new Limit(taken, Optional.empty());
    }

    /** Spread evenly in their logarithms, up to the scenario's population. */
    private int[] usual() {
        double each = 2.0 * scenario.time().steps() * replicas;
        double affordable = BUDGET / each * (1 - Math.pow(SMALLEST / LARGEST, 1.0 / (SIZES - 1)));
        double largest = Math.min(Math.min(LARGEST, scenario.population().agents()), Math.max(1000, affordable));
        double ratio = Math.max(1.2, Math.pow(largest / SMALLEST, 1.0 / (SIZES - 1)));
        int[] usual = new int[SIZES];
        Arrays.setAll(usual, i -> (int) Math.round(SMALLEST * Math.pow(ratio, i)));
        return usual;
    }

    private void refuseUnfit() {
        if (scenario.dynamics() instanceof CustomModel model
                && !model.commonNoise().isEmpty()) {
            throw ScenarioException.refused(
                    "dynamics.common-noise", "noise that agents have in common", "a model without it for this study");
        }
        if (scenario.dynamics() instanceof CustomModel model
                && model.boundary().values().stream().anyMatch(Boundary.Absorbing.class::isInstance)) {
            throw ScenarioException.refused(
                    "dynamics.boundary", "an end that absorbs agents", "a model without it for this study");
        }
        if (scenario.dynamics() instanceof Dynamics.Interacting interacting && interacting.noise() == 0) {
            throw ScenarioException.refused("interaction.noise", 0, "a positive number for this study");
        }
    }
}
