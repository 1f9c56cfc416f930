package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.List;

/**
 * A scenario made numerical: laws, time grid, the evaluator of its model and one schedule per guidance.
 *
 * @param schedules in the order of the scenario's guidances
 */
public record Problem(
        Scenario scenario,
        GaussianMixture initial,
        GaussianMixture target,
        TimeGrid grid,
        Evaluator evaluator,
        List<Schedule> schedules) {

    /** @throws ScenarioException its numbers are so large or small that double precision does not solve it */
    public static Problem of(Scenario scenario) {
        try {
            return switch (scenario.model()) {
                case GUIDED_BRIDGE -> BridgeProblem.of(scenario);
                case LQG -> LqgProblem.of(scenario);
                case MEAN_FIELD_OU, DESAI_ZWANZIG, KURAMOTO -> InteractionProblem.of(scenario);
                case CUSTOM -> throw ScenarioException.refused("model", scenario.model(), "a model that can be run");
            };
        } catch (ArithmeticException e) {
            throw new ScenarioException(
                    "", scenario.name() + ": " + e.getMessage() + " in double precision; give numbers nearer to 1");
        }
    }

    /** What float32 cannot tell apart in it, as far as that is known beforehand. */
    public List<Note> notes() {
        return CoarseLaws.notes(this);
    }

    /** The population to allocate. @param agents may differ from the scenario's. Noise is philox. */
    public EnsembleSpec ensemble(long agents) {
        return ensemble(agents, 1, scenario.population().seed());
    }

    /** Replicas of a population of that many agents each. */
    public EnsembleSpec ensemble(long agents, int replicas, long seed) {
        double[] centre = centre();
        StartTable start = scenario.initial() instanceof Law.Samples samples
                ? StartTable.ofRows(samples.rows(), centre)
                : StartTable.ofMixture(initial.about(centre));
        return new EnsembleSpec(
                new Tiling(agents, replicas),
                seed,
                NoiseSource.PHILOX,
                evaluator,
                start,
                scenario.output().agentEnergies() && evaluator.steered(),
                schedules.stream().map(Schedule::feeds).toList());
    }

    /** The same with other schedules, of the same shape of rows. */
    public Problem with(List<Schedule> others) {
        return new Problem(scenario, initial, target, grid, evaluator, others);
    }

    /** Point the sums of the starts are taken about: the initial mean, measured from the centre [d]. */
    public float[] startReference() {
        double[] mean = initial.mean();
        float[] reference = new float[mean.length];
        for (int j = 0; j < mean.length; j++) {
            reference[j] = (float) (mean[j] - centre()[j]);
        }
        return reference;
    }

    /** Centre of the starts, that of every guidance [d]. */
    private double[] centre() {
        return schedules.get(0).centre(0);
    }
}
