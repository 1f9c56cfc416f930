package io.github.murmuration.sim;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.schedule.interaction.InteractionSchedule;
import java.util.List;

/** Models {@code mean-field-ou}, {@code desai-zwanzig} and {@code kuramoto}. */
final class InteractionProblem {

    private InteractionProblem() {}

    static Problem of(Scenario scenario) {
        Dynamics.Interacting dynamics = (Dynamics.Interacting) scenario.dynamics();
        GaussianMixture initial = state(dynamics, GaussianMixture.of(scenario.initial()));
        TimeGrid grid = TimeGrid.of(scenario.protocol(), scenario.time().steps());
        InteractionSchedule schedule = new InteractionSchedule(dynamics, grid, initial);
        Evaluator evaluator = new Evaluator.Interacting(dynamics.model() == Model.KURAMOTO, schedule.layout());
        return new Problem(scenario, initial, initial, grid, evaluator, List.of(schedule));
    }

    /**
     * The law of the whole state from that of its first coordinate. Phases are the same modulo 2 pi; their cosines and sines are set where
     * starts are drawn, so of these the law has the means alone.
     */
    private static GaussianMixture state(Dynamics.Interacting dynamics, GaussianMixture first) {
        int d = dynamics.coordinates();
        double[][] means = new double[first.components()][d];
        double[][] variances = new double[first.components()][d];
        for (int k = 0; k < means.length; k++) {
            means[k][0] = first.means()[k][0];
            variances[k][0] = first.variances()[k][0];
            if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
                double phase = Math.IEEEremainder(means[k][0], 2 * Math.PI);
                double coherence = Math.exp(-variances[k][0] / 2);
                means[k][InteractionSchedule.PHASE] = phase;
                means[k][InteractionSchedule.COSINE] = coherence * Math.cos(phase);
                means[k][InteractionSchedule.SINE] = coherence * Math.sin(phase);
                means[k][InteractionSchedule.FREQUENCY] = kuramoto.frequencyMean();
                variances[k][InteractionSchedule.FREQUENCY] =
                        kuramoto.frequencyDeviation() * kuramoto.frequencyDeviation();
            }
        }
        return new GaussianMixture(first.weights(), means, variances, null);
    }
}
