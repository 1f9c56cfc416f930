package io.github.murmuration.study.sweep;

import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.ReplicaSimulation;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Populations that are one case: one by itself, or consecutive replicas that are small enough to be advanced together.
 *
 * @param combinations of the grid, replicas in the order of their numbers
 * @param scenarios of these
 */
record Batch(List<Integer> combinations, List<Scenario> scenarios) {

    /** Every combination is in one of them. Which are together does not depend on the machine. */
    static List<Batch> of(Grid grid, List<Scenario> scenarios) {
        List<Batch> batches = new ArrayList<>();
        for (List<Integer> group : grid.groups(Varied.REPLICA::equals)) {
            List<Integer> sorted = group.stream()
                    .sorted(Comparator.comparingInt(c -> replica(scenarios.get(c))))
                    .toList();
            int most = group.size() == 1 ? 1 : ReplicaSimulation.together(scenarios.get(group.get(0)));
            for (int from = 0, to = 1; from < sorted.size(); to++) {
                int last = replica(scenarios.get(sorted.get(to - 1)));
                int next = to < sorted.size() ? replica(scenarios.get(sorted.get(to))) : -1;
                if (next != last + 1 || next % most == 0) {
                    List<Integer> some = List.copyOf(sorted.subList(from, to));
                    batches.add(
                            new Batch(some, some.stream().map(scenarios::get).toList()));
                    from = to;
                }
            }
        }
        return batches;
    }

    private static int replica(Scenario scenario) {
        return scenario.population().replica().orElse(0);
    }

    /** The results, in the order of the combinations. */
    StudyCase<Population[]> simulated() {
        return new StudyCase<>(
                "populations-" + combinations.get(0),
                Population[].class,
                combinations.size() * agentSteps(scenarios.get(0)),
                Optional.of(this::alone),
                this::simulate);
    }

    /** Agents times steps times guidances. */
    static double agentSteps(Scenario scenario) {
        return (double) scenario.population().agents()
                * scenario.time().steps()
                * scenario.guidance().size();
    }

    /** A sweep over these replicas, or over the one seed that a scenario has. */
    private KeptCases.Request alone() {
        Scenario first = scenarios.get(0);
        String vary = scenarios.size() == 1
                ? Varied.SEED + "=" + first.population().seed()
                : Varied.REPLICA + "=" + replica(first) + ".." + replica(scenarios.get(scenarios.size() - 1));
        return new KeptCases.Request("sweep", List.of("--vary=" + vary), ScenarioWriter.toYaml(first));
    }

    /**
     * One that fails leaves the others their numbers: they are advanced again, each by itself. So are all on noise other than philox, which
     * depends on who is advanced together.
     */
    private Population[] simulate(Resources resources) {
        if (scenarios.size() > 1 && resources.noise() == NoiseSource.PHILOX) {
            Steps steps = new Steps(resources.meter(), scenarios.get(0), scenarios.size());
            try {
                return replicas(resources, steps);
            } catch (FailedRun | ScenarioException e) {
                steps.forget();
            }
        }
        return scenarios.stream().map(each -> simulate(each, resources)).toArray(Population[]::new);
    }

    private Population[] replicas(Resources resources, Steps steps) {
        Optional<CustomModel> written = scenarios.get(0).dynamics().written();
        return new ReplicaSimulation(
                        Problem.of(scenarios.get(0)),
                        scenarios.size(),
                        resources.backend(),
                        resources.noise(),
                        resources.threads(),
                        steps)
                .run().stream().map(run -> Population.of(run, written)).toArray(Population[]::new);
    }

    private static Population simulate(Scenario scenario, Resources resources) {
        try {
            RunResult run = new Simulation(
                            Problem.of(scenario),
                            resources.backend(),
                            resources.noise(),
                            resources.threads(),
                            new Steps(resources.meter(), scenario, 1),
                            null)
                    .run();
            return Population.of(run, scenario.dynamics().written());
        } catch (FailedRun | ScenarioException e) {
            return Population.failed(e.getMessage());
        }
    }

    /** Counts steps as they are taken, and nothing of what comes after them. */
    private static final class Steps implements Progress {

        private final Meter meter;
        private final double each;
        private int counted;
        private boolean taken;

        Steps(Meter meter, Scenario scenario, int populations) {
            this.meter = meter;
            this.each = populations * agentSteps(scenario) / scenario.time().steps();
        }

        @Override
        public void advanced(int done, int total) {
            if (!taken) {
                meter.add((done - counted) * each);
                counted = done;
            }
        }

        @Override
        public void begin(String phase) {
            taken = true;
        }

        /** They are to be taken again. */
        void forget() {
            meter.add(-counted * each);
        }
    }
}
