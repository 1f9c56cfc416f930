package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is recorded of a run on its way: moments, what a written model observes, densities, sampled paths; and the means before the next step. */
final class RunRecord implements AutoCloseable {

    private final Problem problem;
    private final CurrentMeans means;
    private final List<MomentRecorder> moments = new ArrayList<>();
    private final List<ObservedSeries> observed = new ArrayList<>();
    private final DensityRecorder densities;
    private final Optional<PathRecorder> paths;

    /**
     * @param counts agents per label.
     * @param threads 0 for one per core
     */
    RunRecord(Problem problem, EnsembleSpec spec, long[] counts, int threads) {
        this.problem = problem;
        this.means = new CurrentMeans(spec, counts);
        for (int g = 0; g < spec.guidances(); g++) {
            moments.add(new MomentRecorder(problem, g, spec.sums(), counts));
            observed.add(new ObservedSeries(problem, g));
        }
        this.densities = new DensityRecorder(problem, spec);
        int count = (int) Math.min(problem.scenario().output().paths(), spec.agents());
        this.paths = count == 0 ? Optional.empty() : Optional.of(new PathRecorder(problem, count, threads));
    }

    /** Takes the sums of the starts about a reference, measured from the centre [d]. */
    void start(double[] sums, float[] reference) {
        for (int g = 0; g < moments.size(); g++) {
            moments.get(g).start(sums, reference);
            means.take(g, sums, 0, reference);
            observed.get(g).look(0, means.of(g));
        }
        paths.ifPresent(PathRecorder::start);
    }

    /**
     * Takes steps k, k + 1, ....
     * @param rows of each guidance.
     * @param sums of each guidance
     */
    void steps(int k, int count, float[][] rows, double[][] sums) {
        for (int s = 0; s < count; s++) {
            int step = s;
            paths.ifPresent(recorder -> recorder.step(k + step, rows, step, means));
            for (int g = 0; g < rows.length; g++) {
                int row = s * problem.schedules().get(g).layout().size();
                int offset = s * (sums[g].length / count);
                float[] reference = reference(g, rows[g], row);
                moments.get(g).step(k + s, sums[g], offset, reference, rows[g][row + Row.NOISE]);
                means.take(g, sums[g], offset, reference);
                observed.get(g).look(k + s + 1, means.of(g));
            }
        }
    }

    /** Looks at the agents themselves before step k. */
    void look(int k, Agents agents) {
        densities.look(k, agents);
    }

    /** Steps from k on that can be taken before the next look. */
    int stepsTo(int k) {
        return densities.stepsTo(k);
    }

    List<MomentRecorder> moments() {
        return moments;
    }

    /** Nothing of models that are not written. */
    ObservedSeries observed(int g) {
        return observed.get(g);
    }

    /** Sampled paths [path][T][d]. */
    float[][][] paths(int g) {
        return paths.map(recorder -> recorder.points()[g]).orElse(new float[0][][]);
    }

    DensitySeries density(int g) {
        return densities.series(g);
    }

    /** Moments of every guidance before step k, by its name. */
    Map<String, MomentSeries> before(int k) {
        Map<String, MomentSeries> before = new LinkedHashMap<>();
        for (int g = 0; g < moments.size(); g++) {
            before.put(problem.scenario().populations().get(g), moments.get(g).before(k));
        }
        return before;
    }

    @Override
    public void close() {
        paths.ifPresent(PathRecorder::close);
    }

    void write(DataOutput out) throws IOException {
        means.write(out);
        for (int g = 0; g < moments.size(); g++) {
            moments.get(g).write(out);
            observed.get(g).write(out);
        }
        densities.write(out);
        if (paths.isPresent()) {
            paths.get().write(out);
        }
    }

    /** Fills what was started. */
    void read(DataInput in) throws IOException {
        means.read(in);
        for (int g = 0; g < moments.size(); g++) {
            moments.get(g).read(in);
            observed.get(g).read(in);
        }
        densities.read(in);
        if (paths.isPresent()) {
            paths.get().read(in);
        }
    }

    /** What the sums at the end of a step are about [channels]: that of the row, or the mean before the step where means are fed (see Feed). */
    private float[] reference(int g, float[] rows, int row) {
        Schedule schedule = problem.schedules().get(g);
        int from = row + schedule.layout().reference();
        int dimension = problem.initial().dimension();
        int channels = problem.evaluator().sums(1, dimension).channels();
        float[] reference = Arrays.copyOfRange(rows, from, from + channels);
        int followed = schedule.feeds().isEmpty() ? 0 : problem.evaluator().followed(dimension);
        for (int c = 0; c < followed; c++) {
            reference[c] = (float) means.of(g)[c];
        }
        return reference;
    }
}
