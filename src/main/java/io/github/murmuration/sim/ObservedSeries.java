package io.github.murmuration.sim;

import io.github.murmuration.model.Recording;
import io.github.murmuration.model.WrittenModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a written model observes, from the means at every step. */
final class ObservedSeries {

    private ObservedSeries() {}

    /** Values at the recorded times, by name [T]; none for other models. */
    static Map<String, double[]> of(Problem problem, int g, MeanHistory history) {
        Map<String, double[]> series = new LinkedHashMap<>();
        if (problem.written().isEmpty()) {
            return series;
        }
        WrittenModel written = problem.written().get();
        int steps = problem.grid().steps();
        int every = problem.scenario().output().momentsEvery();
        int recorded = (steps - 1) / every + 2;
        written.model().observe().keySet().forEach(name -> series.put(name, new double[recorded]));
        Recording recording = new Recording(written, written.step().followed());
        for (int k = 0; k <= steps && !series.isEmpty(); k++) {
            double t = problem.grid().time(k) * written.model().horizon();
            Map<String, Double> values = recording.at(
                    t, history.before(k, g), problem.schedules().get(g).centre(k));
            if (k % every == 0 || k == steps) {
                int index = k == steps ? recorded - 1 : k / every;
                values.forEach((name, value) -> series.get(name)[index] = value);
            }
        }
        return series;
    }
}
