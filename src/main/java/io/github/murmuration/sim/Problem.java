package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.TargetTable;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.TimeGrid;
import java.util.List;

/** A scenario made numerical: laws, time grid, and one backward solution and drift schedule per guidance. */
public record Problem(
        Scenario scenario,
        GaussianMixture initial,
        GaussianMixture target,
        TimeGrid grid,
        List<BackwardCoefficients> backward,
        List<DriftSchedule> schedules) {

    public static Problem of(Scenario scenario) {
        GaussianMixture initial = GaussianMixture.of(scenario.initial());
        GaussianMixture target = GaussianMixture.of(scenario.target());
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        List<BackwardCoefficients> backward = scenario.guidance().stream()
                .map(guidance -> backward(scenario, guidance, initial, target))
                .toList();
        List<DriftSchedule> schedules = backward.stream()
                .map(b -> new DriftSchedule(b, grid, scenario.time().scheme(), initial, target))
                .toList();
        return new Problem(scenario, initial, target, grid, backward, schedules);
    }

    /** The population to allocate. @param agents may differ from the scenario's */
    public EnsembleSpec ensemble(long agents) {
        StartTable start = scenario.initial() instanceof Law.Samples samples
                ? StartTable.ofRows(samples.rows())
                : StartTable.ofMixture(initial);
        return new EnsembleSpec(
                agents,
                scenario.population().seed(),
                schedules.size(),
                scenario.time().scheme(),
                start,
                TargetTable.of(target));
    }

    /** Point the sums of the starts are taken about: the initial mean [d]. */
    public float[] startReference() {
        double[] mean = initial.mean();
        float[] reference = new float[mean.length];
        for (int j = 0; j < mean.length; j++) {
            reference[j] = (float) mean[j];
        }
        return reference;
    }

    private static BackwardCoefficients backward(
            Scenario scenario, Guidance guidance, GaussianMixture initial, GaussianMixture target) {
        GuidancePath path = GuidancePath.of(guidance, scenario.protocol(), initial.mean(), target.mean());
        return new BackwardCoefficients(scenario.protocol(), path);
    }
}
