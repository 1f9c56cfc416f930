package io.github.murmuration.study.sweep;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.FailedRun;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Population> populations = resources.together(
                IntStream.range(0, grid.size()).mapToObj(this::population).toList());
        return new SweepReport(name, grid, scenarios, populations).report();
    }

    private StudyCase<Population> population(int c) {
        Scenario own = scenarios.get(c);
        return new StudyCase<>(
                "population-" + c,
                Population.class,
                agentSteps(own),
                Optional.of(() -> alone(own)),
                given -> simulate(own, given));
    }

    /** A sweep over the one seed that a scenario has. */
    private static KeptCases.Request alone(Scenario scenario) {
        String seed = "--vary=" + Varied.SEED + "=" + scenario.population().seed();
        return new KeptCases.Request("sweep", List.of(seed), ScenarioWriter.toYaml(scenario));
    }

    /** One that fails leaves the others their numbers. */
    private static Population simulate(Scenario scenario, Resources resources) {
        try {
            Progress progress = told(
                    resources.meter(), agentSteps(scenario) / scenario.time().steps());
            return Population.of(new Simulation(
                            Problem.of(scenario),
                            resources.backend(),
                            resources.noise(),
                            resources.threads(),
                            progress,
                            null)
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
