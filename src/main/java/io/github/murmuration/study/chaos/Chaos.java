package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
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

    private final Scenario scenario;
    private final int replicas;
    private final Problem population;
    private final int sizes;
    private final Comparison comparison;

    /** @param sizes ascending; of the study's own choice where there are none */
    public Chaos(Scenario scenario, int[] sizes, int replicas) {
        this.scenario = scenario;
        this.replicas = replicas;
        refuseUnfit();
        this.population = Coupling.population(scenario);
        int[] chosen = sizes.length == 0 ? usual() : sizes;
        this.sizes = chosen.length;
        int largest = chosen[chosen.length - 1];
        List<Comparison.Case> cases = cases(chosen);
        this.comparison = Coupling.underCommonNoise(population)
                ? new LimitOfReplica(cases, replicas, largest)
                : new OneLimit(cases, replicas, largest);
    }

    /** Of every size, then of one size at every number of steps. */
    private List<Comparison.Case> cases(int[] chosen) {
        List<Comparison.Case> cases = new ArrayList<>();
        for (int agents : chosen) {
            cases.add(new Comparison.Case("agents-" + agents, population, agents));
        }
        for (int coarser : scenario.steered() ? COARSER : AS_ASKED) {
            int n = scenario.time().steps() / coarser;
            if (n >= scenario.protocol().intervals()) {
                Problem at = coarser == 1
                        ? population
                        : Coupling.population(scenario.toBuilder().steps(n).build());
                cases.add(new Comparison.Case("steps-" + n, at, REFINED));
            }
        }
        return cases;
    }

    @Override
    public double work() {
        return comparison.work();
    }

    @Override
    public StudyReport run(Resources resources) {
        List<CouplingCase> seen = comparison.seen(resources);
        return new ChaosReport(population, seen.subList(0, sizes), seen.subList(sizes, seen.size())).report();
    }

    /** Spread evenly in their logarithms, up to the scenario's population. */
    private int[] usual() {
        double each = 2.0 * scenario.time().steps() * replicas;
        double all = 1 / (1 - Math.pow(SMALLEST / LARGEST, 1.0 / (SIZES - 1)));
        double references = Coupling.underCommonNoise(population) ? Limit.AGENTS_PER_AGENT / 2.0 : 0;
        double affordable = BUDGET / each / (all + references);
        double largest = Math.min(Math.min(LARGEST, scenario.population().agents()), Math.max(1000, affordable));
        double ratio = Math.max(1.2, Math.pow(largest / SMALLEST, 1.0 / (SIZES - 1)));
        int[] usual = new int[SIZES];
        Arrays.setAll(usual, i -> (int) Math.round(SMALLEST * Math.pow(ratio, i)));
        return usual;
    }

    private void refuseUnfit() {
        if (scenario.dynamics() instanceof CustomModel model
                && model.boundary().values().stream().anyMatch(Boundary.Absorbing.class::isInstance)) {
            throw ScenarioException.refused(
                    "dynamics.boundary", "an end that absorbs agents", "a model without it for this study");
        }
        if (scenario.dynamics().written().stream()
                .anyMatch(model -> !model.pairs().isEmpty())) {
            throw ScenarioException.refused(
                    "dynamics.pairs", "a mean over pairs", "a model without pairs for this study");
        }
        if (scenario.dynamics() instanceof Dynamics.Interacting interacting && interacting.noise() == 0) {
            throw ScenarioException.refused("interaction.noise", 0, "a positive number for this study");
        }
    }
}
