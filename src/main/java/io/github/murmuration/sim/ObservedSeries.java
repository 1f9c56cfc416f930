package io.github.murmuration.sim;

import io.github.murmuration.model.Recording;
import io.github.murmuration.model.WrittenModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a written model observes, from the means at every step; nothing of other models. */
final class ObservedSeries {

    private final Problem problem;
    private final int guidance;
    private final int every;
    private final int recorded;
    private final Map<String, double[]> series = new LinkedHashMap<>();
    private final Optional<Recording> recording;
    private Map<String, Double> last = Map.of();

    ObservedSeries(Problem problem, int guidance) {
        this.problem = problem;
        this.guidance = guidance;
        this.every = problem.scenario().output().momentsEvery();
        this.recorded = (problem.grid().steps() - 1) / every + 2;
        this.recording = problem.written()
                .filter(written -> !written.model().observe().isEmpty())
                .map(written -> new Recording(written, written.step().followed()));
        recording.ifPresent(some -> names().forEach(name -> series.put(name, new double[recorded])));
    }

    /** Takes the means before step k [Means]. */
    void look(int k, double[] taken) {
        if (recording.isEmpty()) {
            return;
        }
        double t = problem.grid().time(k) * model().model().horizon();
        last = recording.get().at(t, taken, problem.schedules().get(guidance).centre(k));
        boolean end = k == problem.grid().steps();
        if (end || k % every == 0) {
            last.forEach((name, value) -> series.get(name)[end ? recorded - 1 : k / every] = value);
        }
    }

    /** Values at the recorded times, by name [T]. */
    Map<String, double[]> series() {
        return series;
    }

    void write(DataOutput out) throws IOException {
        for (Map.Entry<String, double[]> entry : series.entrySet()) {
            StoredAgents.write(entry.getValue(), out);
            out.writeDouble(last.get(entry.getKey()));
        }
    }

    /** Running extremes go on from what was observed last. */
    void read(DataInput in) throws IOException {
        for (Map.Entry<String, double[]> entry : series.entrySet()) {
            StoredAgents.read(entry.getValue(), in);
            last.put(entry.getKey(), in.readDouble());
        }
    }

    private Iterable<String> names() {
        return model().model().observe().keySet();
    }

    private WrittenModel model() {
        return problem.written().orElseThrow();
    }
}
