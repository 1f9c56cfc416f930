package io.github.murmuration.sim;

import io.github.murmuration.model.Recording;
import io.github.murmuration.model.WrittenModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a written model observes, and its sensitivities, from the means at every step.
 *
 * @param observed values at the recorded times, by name [T]; none for other models
 */
record ObservedSeries(Map<String, double[]> observed, List<SensitivitySeries> sensitivities) {

    static ObservedSeries of(Problem problem, int g, MeanHistory history) {
        ObservedSeries series = new ObservedSeries(new LinkedHashMap<>(), new ArrayList<>());
        problem.written().ifPresent(written -> series.record(written, problem, g, history));
        return series;
    }

    private void record(WrittenModel written, Problem problem, int g, MeanHistory history) {
        int steps = problem.grid().steps();
        int every = problem.scenario().output().momentsEvery();
        int recorded = (steps - 1) / every + 2;
        written.model().observe().keySet().forEach(name -> observed.put(name, new double[recorded]));
        written.sensitivities()
                .forEach(one -> sensitivities.add(new SensitivitySeries(
                        one.quantity(),
                        one.parameter(),
                        new double[recorded],
                        new double[one.variance().isPresent() ? recorded : 0])));
        boolean nothing = observed.isEmpty() && sensitivities.isEmpty();
        Recording recording = new Recording(written, written.step().followed());
        for (int k = 0; k <= steps && !nothing; k++) {
            double t = problem.grid().times()[k] * written.model().horizon();
            Map<String, Double> values = recording.at(
                    t, history.before(k, g), problem.schedules().get(g).centre(k));
            if (k % every == 0 || k == steps) {
                int index = k == steps ? recorded - 1 : k / every;
                values.forEach((name, value) -> observed.get(name)[index] = value);
                differentiate(recording, index, problem.scenario().population().agents());
            }
        }
    }

    private void differentiate(Recording recording, int index, double agents) {
        for (int i = 0; i < sensitivities.size(); i++) {
            sensitivities.get(i).values()[index] = recording.rates()[i];
            if (sensitivities.get(i).ofMean()) {
                double variance = Math.max(0, recording.variances()[i]);
                sensitivities.get(i).standardErrors()[index] =
                        agents > 1 ? Math.sqrt(variance / (agents - 1)) : Double.NaN;
            }
        }
    }
}
