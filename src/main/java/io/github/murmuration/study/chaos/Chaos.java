package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** @param coupling at a number of steps. @param agents N of a replica */
    private record Case(String name, Coupling coupling, int agents) {}

    private final Scenario scenario;
    private final int replicas;
    private final List<Case> sizes = new ArrayList<>();
    private final List<Case> steps = new ArrayList<>();

    /** @param sizes ascending; of the study's own choice where there are none */
    public Chaos(Scenario scenario, int[] sizes, int replicas) {
        this.scenario = scenario;
        this.replicas = replicas;
        refuseNoNoise();
        Coupling coupling = Coupling.of(scenario);
        for (int agents : sizes.length == 0 ? usual() : sizes) {
            this.sizes.add(new Case("agents-" + agents, coupling, agents));
        }
        for (int coarser : scenario.steered() ? COARSER : AS_ASKED) {
            int n = scenario.time().steps() / coarser;
            if (n >= scenario.protocol().intervals()) {
                Coupling at = coarser == 1
                        ? coupling
                        : Coupling.of(scenario.toBuilder().steps(n).build());
                this.steps.add(new Case("steps-" + n, at, REFINED));
            }
        }
    }

    @Override
    public double work() {
        return sizes.stream().mapToDouble(each -> run(each).agentSteps()).sum()
                + steps.stream().mapToDouble(each -> run(each).agentSteps()).sum();
    }

    @Override
    public StudyReport run(Resources resources) {
        List<CouplingCase> bySize =
                sizes.stream().map(each -> seen(each, resources)).toList();
        List<CouplingCase> bySteps =
                steps.stream().map(each -> seen(each, resources)).toList();
        return new ChaosReport(sizes.get(0).coupling, bySize, bySteps).report();
    }

    private CouplingCase seen(Case each, Resources resources) {
        ReplicaRun run = run(each);
        return resources.once(each.name, CouplingCase.class, run.agentSteps(), () -> {
            Looks looks = Looks.over(each.coupling.problem().grid().steps());
            CouplingObserver observer = new CouplingObserver(each.coupling, looks, each.agents, replicas);
            resources.run(run, observer);
            return observer.seen();
        });
    }

    private ReplicaRun run(Case each) {
        return new ReplicaRun(
                each.coupling.problem(),
                each.agents,
                replicas,
                scenario.population().seed());
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

    private void refuseNoNoise() {
        if (scenario.dynamics() instanceof Dynamics.Interacting interacting && interacting.noise() == 0) {
            throw ScenarioException.refused("interaction.noise", 0, "a positive number for this study");
        }
    }
}
