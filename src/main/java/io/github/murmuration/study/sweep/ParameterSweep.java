package io.github.murmuration.study.sweep;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs a scenario at every combination of values of some of its fields. Each population is that of a run by itself, to the bit; as many
 * are advanced side by side as there are threads, where the backend lets them.
 */
public final class ParameterSweep implements Study {

    private final String name;
    private final Grid grid;
    private final List<Scenario> scenarios;

    /**
     * @param name what the sweep is called
     * @param fields that are varied
     * @param scenario with values, YAML each, in place of some of its fields, by path
     * @throws ScenarioException a combination cannot be run; all are looked at before the first is
     */
    public ParameterSweep(String name, List<Varied> fields, Function<Map<String, String>, Scenario> scenario) {
        this.name = name;
        this.grid = new Grid(fields);
        this.scenarios = IntStream.range(0, grid.size())
                .mapToObj(c -> scenario.apply(grid.changes(c)))
                .map(each ->
                        each.toBuilder().output(each.output().momentsAlone()).build())
                .toList();
        scenarios.forEach(MemoryNeed::checkRun);
    }

    @Override
    public double work() {
        return scenarios.stream().mapToDouble(ParameterSweep::agentSteps).sum();
    }

    @Override
    public StudyReport run(Resources resources) {
        boolean apart = resources.backend().sideBySide() && grid.size() >= threads(resources);
        List<Population> populations;
        try (Crew<?> crew = Crew.of(apart ? resources.threads() : 1)) {
            int each = apart ? 1 : resources.threads();
            populations = crew.map(grid.size(), c -> population(c, resources, each));
        }
        return new SweepReport(name, grid, scenarios, populations).report();
    }

    private static int threads(Resources resources) {
        return resources.threads() > 0
                ? resources.threads()
                : Runtime.getRuntime().availableProcessors();
    }

    private Population population(int c, Resources resources, int threads) {
        return resources.once(
                "population-" + c,
                Population.class,
                agentSteps(scenarios.get(c)),
                () -> simulate(scenarios.get(c), resources, threads));
    }

    /** One that fails leaves the others their numbers. */
    private static Population simulate(Scenario scenario, Resources resources, int threads) {
        try {
            Progress progress = told(
                    resources.meter(), agentSteps(scenario) / scenario.time().steps());
            return Population.of(new Simulation(
                            Problem.of(scenario), resources.backend(), resources.noise(), threads, progress, null)
                    .run());
        } catch (FailedRun | ScenarioException e) {
            return Population.failed(e.getMessage());
        }
    }

    /** Counts steps as they are taken, and nothing of what comes after them. */
    private static Progress told(Meter meter, double each) {
        return new Progress() {
            private int before;
            private boolean taken;

            @Override
            public void advanced(int done, int total) {
                if (!taken) {
                    meter.add((done - before) * each);
                    before = done;
                }
            }

            @Override
            public void begin(String phase) {
                taken = true;
            }
        };
    }

    private static double agentSteps(Scenario scenario) {
        return (double) scenario.population().agents()
                * scenario.time().steps()
                * scenario.guidance().size();
    }
}
