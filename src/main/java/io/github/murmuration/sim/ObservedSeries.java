package io.github.murmuration.sim;

import io.github.murmuration.model.Recording;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.scenario.Observable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a written model observes, and its sensitivities, from the means at every step; nothing of other models. */
final class ObservedSeries {

    private final Problem problem;
    private final int guidance;
    private final int every;
    private final int recorded;
    private final Map<String, double[]> series = new LinkedHashMap<>();
    private final List<SensitivitySeries> sensitivities = new ArrayList<>();
    private final Optional<Recording> recording;
    private final boolean extremes;
    private Map<String, Double> last = Map.of();

    ObservedSeries(Problem problem, int guidance) {
        this.problem = problem;
        this.guidance = guidance;
        this.every = problem.scenario().output().momentsEvery();
        this.recorded = (problem.grid().steps() - 1) / every + 2;
        this.recording = problem.written()
                .filter(written -> !written.model().observe().isEmpty()
                        || !written.sensitivities().isEmpty())
                .map(written -> new Recording(written, written.step().followed()));
        this.extremes = recording.isPresent()
                && model().model().observe().values().stream()
                        .anyMatch(observable -> !(observable instanceof Observable.Formula));
        recording.ifPresent(some -> begin(model()));
    }

    private void begin(WrittenModel written) {
        written.model().observe().keySet().forEach(name -> series.put(name, new double[recorded]));
        written.sensitivities()
                .forEach(one -> sensitivities.add(new SensitivitySeries(
                        one.quantity(),
                        one.parameter(),
                        new double[recorded],
                        new double[one.variance().isPresent() ? recorded : 0])));
    }

    /** Takes the means before step k [Means]; running extremes are over every step, other values are those of recorded times. */
    void look(int k, double[] taken) {
        boolean end = k == problem.grid().steps();
        boolean wanted = end || k % every == 0;
        if (recording.isEmpty() || !wanted && !extremes) {
            return;
        }
        double t = problem.grid().time(k) * model().model().horizon();
        last = recording.get().at(t, taken, problem.schedules().get(guidance).centre(k));
        if (wanted) {
            record(end ? recorded - 1 : k / every);
        }
    }

    private void record(int index) {
        last.forEach((name, value) -> series.get(name)[index] = value);
        double agents = problem.scenario().population().agents();
        for (int i = 0; i < sensitivities.size(); i++) {
            SensitivitySeries one = sensitivities.get(i);
            one.values()[index] = recording.get().rates()[i];
            if (one.ofMean()) {
                double variance = Math.max(0, recording.get().variances()[i]);
                one.standardErrors()[index] = agents > 1 ? Math.sqrt(variance / (agents - 1)) : Double.NaN;
            }
        }
    }

    /** Values at the recorded times, by name [T]. */
    Map<String, double[]> series() {
        return series;
    }

    /** Derivatives at the recorded times. */
    List<SensitivitySeries> sensitivities() {
        return sensitivities;
    }

    void write(DataOutput out) throws IOException {
        for (Map.Entry<String, double[]> entry : series.entrySet()) {
            StoredAgents.write(entry.getValue(), out);
            out.writeDouble(last.get(entry.getKey()));
        }
        for (int i = 0; i < sensitivities.size(); i++) {
            StoredAgents.write(sensitivities.get(i).values(), out);
            StoredAgents.write(sensitivities.get(i).standardErrors(), out);
            out.writeDouble(recording.orElseThrow().rates()[i]);
        }
    }

    /** Running extremes go on from what was observed last, and so do their derivatives. */
    void read(DataInput in) throws IOException {
        for (Map.Entry<String, double[]> entry : series.entrySet()) {
            StoredAgents.read(entry.getValue(), in);
            last.put(entry.getKey(), in.readDouble());
        }
        for (int i = 0; i < sensitivities.size(); i++) {
            StoredAgents.read(sensitivities.get(i).values(), in);
            StoredAgents.read(sensitivities.get(i).standardErrors(), in);
            recording.orElseThrow().rates()[i] = in.readDouble();
        }
    }

    private WrittenModel model() {
        return problem.written().orElseThrow();
    }
}
