package io.github.murmuration.sim;

import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the sums of every step into moments at the recorded times, and into energies. Of a phase it records the circular mean and the
 * circular variance 1 - |E e^{i theta}|.
 *
 * <p>Index 0 is the whole population, index 1 + l the sub-population with label l where there are several.
 */
final class MomentRecorder {

    private final SumLayout layout;
    private final int dimension;
    private final TimeGrid grid;
    private final Schedule schedule;
    private final Map<Integer, Circle> circles;
    private final boolean costs;
    private final Problem problem;
    private final int every;
    private final int labels;
    private final GroupSums at;
    private final Resolution resolution;
    private boolean spread;
    private final double[] times;
    private final double[][][] mean;
    private final double[][][] variance;
    private final double[][][] power;
    private final double[][] living;
    private final double[][] energy;

    /**
     * @param g number of the guidance.
     * @param counts agents per label
     */
    MomentRecorder(Problem problem, int g, SumLayout layout, long[] counts) {
        this.layout = layout;
        this.dimension = problem.initial().dimension();
        this.grid = problem.grid();
        this.schedule = problem.schedules().get(g);
        this.problem = problem;
        this.circles = problem.written().map(WrittenModel::circles).orElse(Map.of());
        this.costs = problem.written().isPresent() && problem.evaluator().costs();
        this.every = problem.scenario().output().momentsEvery();
        this.labels = counts.length;
        Optional<Living> those = problem.written().flatMap(WrittenModel::living);
        this.at = new GroupSums(layout, counts, those);
        this.resolution = new Resolution(problem.scenario().populations().get(g));
        this.spread = problem.evaluator().spreads();
        int groups = counts.length > 1 ? counts.length + 1 : 1;
        int recorded = (grid.steps() - 1) / every + 2;
        this.times = new double[recorded];
        this.mean = new double[groups][recorded][dimension];
        this.variance = new double[groups][recorded][dimension];
        this.power = new double[groups][recorded][dimension];
        this.living = new double[groups][those.isPresent() ? recorded : 0];
        this.energy = new double[groups][dimension];
        times[recorded - 1] = 1;
        for (double[][] group : power) {
            for (double[] row : group) {
                Arrays.fill(row, Double.NaN);
            }
        }
    }

    /** Takes the sums of the starts about a reference, measured from the centre [d]. */
    void start(double[] sums, float[] reference) {
        for (int j = 0; j < dimension; j++) {
            spread |= layout.total(sums, 0, j, SumLayout.SECOND) > 0;
        }
        at.look(sums, 0, reference);
        state(0, 0);
    }

    /**
     * Takes the sums of step k, which begin at offset.
     * @param reference that they are about [d].
     * @param noise of the step
     */
    void step(int k, double[] sums, int offset, float[] reference, float noise) {
        at.look(sums, offset, reference);
        double length = layout.steered() ? grid.step(k) : 0;
        for (int group = 0; group < energy.length; group++) {
            for (int j = 0; j < dimension; j++) {
                double meanSquare = layout.steered() ? at.sum(group, j, SumLayout.POWER) / at.agents(group) : 0;
                energy[group][j] += meanSquare * length;
                if (k % every == 0) {
                    times[k / every] = grid.time(k);
                    power[group][k / every][j] = meanSquare;
                }
            }
        }
        addCosts();
        state(k + 1, noise);
    }

    /** What the step cost; all of it counts as that of the first coordinate. */
    private void addCosts() {
        for (int group = 0; costs && group < energy.length; group++) {
            energy[group][0] += at.sum(group, layout.channels() - 1, SumLayout.FIRST) / at.agents(group);
        }
    }

    MomentSeries series(int group) {
        return new MomentSeries(times, mean[group], variance[group], power[group], living[group]);
    }

    /** The whole population's series at the start and the recorded times before step k. */
    MomentSeries before(int k) {
        int count = Math.max(1, (k + every - 1) / every);
        return new MomentSeries(
                Arrays.copyOf(times, count),
                Arrays.copyOf(mean[0], count),
                Arrays.copyOf(variance[0], count),
                Arrays.copyOf(power[0], count),
                Arrays.copyOf(living[0], Math.min(living[0].length, count)));
    }

    /** What float32 could not resolve, and from when on no agent lived. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>(resolution.notes());
        int recorded =
                (int) Arrays.stream(living[0]).takeWhile(share -> share > 0).count();
        if (recorded < living[0].length) {
            notes.add(Note.of(String.format(
                    Locale.ROOT,
                    "no agent lives from t = %.4g on; means over no agents have no value",
                    times[recorded])));
        }
        return notes;
    }

    /** Number of sub-populations that have moments of their own. */
    int labels() {
        return labels;
    }

    /** int E u_j^2 dt [d], left-end rule. */
    double[] energyByCoordinate(int group) {
        return energy[group];
    }

    /** int E |u|^2 dt without standard errors: the whole population, then each label. */
    List<Estimate> energies() {
        return Arrays.stream(energy)
                .map(byCoordinate -> new Estimate(Arrays.stream(byCoordinate).sum(), Double.NaN))
                .toList();
    }

    void write(DataOutput out) throws IOException {
        for (double[][] series : all()) {
            for (double[] row : series) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (double[][] series : all()) {
            for (double[] row : series) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = in.readDouble();
                }
            }
        }
    }

    private List<double[][]> all() {
        List<double[][]> all = new ArrayList<>();
        all.add(new double[][] {times});
        all.add(energy);
        all.add(living);
        for (int group = 0; group < energy.length; group++) {
            all.add(mean[group]);
            all.add(variance[group]);
            all.add(power[group]);
        }
        return all;
    }

    private void state(int k, float noise) {
        int index = k == grid.steps() ? times.length - 1 : k / every;
        if (k % every != 0 && k != grid.steps()) {
            return;
        }
        double[] centre = schedule.centre(k);
        for (int group = 0; group < energy.length; group++) {
            if (living[group].length > 0) {
                living[group][index] = at.living(group) / at.agents(group);
            }
            for (int j = 0; j < dimension; j++) {
                double place = at.reference(j) + at.departure(group, j);
                mean[group][index][j] = centre[j] + place;
                variance[group][index][j] = variance(group, j);
                if (at.living(group) > 0) {
                    resolution.look(grid.time(k), j, place, variance[group][index][j], noise(k, j, noise));
                }
            }
            for (Map.Entry<Integer, Circle> entry : circles.entrySet()) {
                int j = entry.getKey();
                Circle circle = entry.getValue();
                double cosine = at.mean(group, circle.cosine());
                double sine = at.mean(group, circle.sine());
                double place = circle.length() * Math.atan2(sine, cosine) / (2 * Math.PI);
                double turns = Math.floor((place - circle.low()) / circle.length());
                mean[group][index][j] = centre[j] + place - circle.length() * turns;
                variance[group][index][j] = 1 - Math.hypot(cosine, sine);
            }
        }
    }

    /** No agents have none. */
    private double variance(int group, int j) {
        double agents = at.living(group);
        if (agents == 0) {
            return Double.NaN;
        }
        return spread && agents > 1
                ? Resolution.variance(at.square(group, j), at.departure(group, j), at.reference(j))
                : 0;
    }

    /**
     * Of coordinate j in the step before time k.
     * @param steered that of agents that are steered
     */
    private double noise(int k, int j, double steered) {
        return problem.written()
                .map(written -> {
                    double h = written.model().horizon() * grid.step(Math.max(0, k - 1));
                    return k == 0
                            ? 0
                            : written.noise(
                                            j,
                                            grid.time(k - 1) * written.model().horizon())
                                    * Math.sqrt(h);
                })
                .orElse(steered);
    }
}
