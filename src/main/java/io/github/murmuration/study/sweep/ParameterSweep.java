package io.github.murmuration.study.sweep;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioBuilder;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs a scenario at every combination of values of some of its fields. Each population is that of a run by itself, to the bit. Small
 * replicas of one population are advanced together; as many of the rest are advanced side by side as there are threads, where the backend
 * lets them.
 */
public final class ParameterSweep implements Study {

    /** Times of a run, at most, at which its moments are checked against what float32 resolves. */
    private static final int LOOKS = 256;

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
        Scenario[] all = new Scenario[grid.size()];
        for (List<Integer> samples : grid.groups(Varied::samples)) {
            Scenario read = read(samples.get(0), scenario);
            Set<Record> seen = new HashSet<>();
            for (int c : samples) {
                all[c] = sample(c, read);
                if (!seen.add(all[c].population())) {
                    throw new ScenarioException(
                            "--vary", grid.changes(c) + " is there twice; samples of one law must differ");
                }
            }
        }
        this.scenarios = List.of(all);
    }

    /** What the samples of a combination have in common. */
    private Scenario read(int c, Function<Map<String, String>, Scenario> scenario) {
        Map<String, String> changes = grid.changes(c);
        changes.keySet().removeIf(Varied::samples);
        Scenario read = scenario.apply(changes);
        int every = (read.time().steps() + LOOKS - 1) / LOOKS;
        Scenario recorded =
                read.toBuilder().output(read.output().momentsAlone(every)).build();
        MemoryNeed.checkRun(recorded);
        return recorded;
    }

    /** One of the samples. */
    private Scenario sample(int c, Scenario read) {
        ScenarioBuilder one = read.toBuilder();
        grid.changes(c).forEach((field, value) -> {
            if (Varied.samples(field)) {
                Varied.put(field, value, one);
            }
        });
        return one.build();
    }

    @Override
    public double work() {
        return scenarios.stream().mapToDouble(Batch::agentSteps).sum();
    }

    @Override
    public StudyReport run(Resources resources) {
        List<Batch> batches = Batch.of(grid, scenarios);
        List<Population[]> results =
                resources.together(batches.stream().map(Batch::simulated).toList());
        Population[] populations = new Population[grid.size()];
        for (int b = 0; b < results.size(); b++) {
            for (int i = 0; i < results.get(b).length; i++) {
                populations[batches.get(b).combinations().get(i)] = results.get(b)[i];
            }
        }
        return new SweepReport(name, grid, scenarios, List.of(populations)).report();
    }
}
