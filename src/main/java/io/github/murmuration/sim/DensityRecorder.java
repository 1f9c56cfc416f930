package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.model.WrittenModel.Circle;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts the agents of a sample, those that live, in bins of each coordinate at evenly chosen steps, and of pairs of coordinates at the end. */
final class DensityRecorder {

    /** Steps between which it counts, at most. */
    private static final int TIMES = 64;

    private static final int BINS = 64;
    private static final int COORDINATES = 4;

    /** Agents of the sample, and of that at the end. */
    private static final long AGENTS = Tiling.BLOCK;

    private static final long AGENTS_AT_END = 4 * AGENTS;

    /** Of each coordinate of a pair. */
    private static final int JOINT_BINS = 48;

    private static final int MOST_OF_PAIRS = 3;

    private final Problem problem;
    private final AgentSample sample;
    private final AgentSample atEnd;
    private final int dimension;
    private final Living living;
    private final Map<Integer, Circle> circles;
    private final int[] steps;
    private final Histogram[][][] histograms;
    private final List<List<JointHistogram>> joint = new ArrayList<>();
    private int recorded;

    DensityRecorder(Problem problem, EnsembleSpec spec) {
        this.problem = problem;
        this.sample = new AgentSample(spec, AGENTS);
        this.atEnd = new AgentSample(spec, AGENTS_AT_END);
        this.dimension = problem.initial().dimension();
        this.living = problem.written().flatMap(WrittenModel::living).orElse(null);
        this.circles = problem.written().map(WrittenModel::circles).orElse(Map.of());
        this.steps = problem.scenario().output().histogramBins() > 0
                ? steps(problem.grid().steps())
                : new int[0];
        this.histograms = new Histogram[spec.guidances()][steps.length][];
    }

    /** At most 65 steps from 0 to n, as even as whole numbers are. */
    private static int[] steps(int n) {
        return IntStream.rangeClosed(0, TIMES)
                .map(i -> (int) Math.round((double) i * n / TIMES))
                .distinct()
                .toArray();
    }

    /** Steps from k on that can be taken before the next look. */
    int stepsTo(int k) {
        return recorded < steps.length ? steps[recorded] - k : Integer.MAX_VALUE;
    }

    /** Looks at the agents before step k, if it is time to. */
    void look(int k, Agents agents) {
        if (stepsTo(k) != 0) {
            return;
        }
        for (int g = 0; g < histograms.length; g++) {
            int counted = Math.min(dimension, COORDINATES);
            double[][] places = places(k, g, sample.states(agents, g, dimension));
            histograms[g][recorded] =
                    IntStream.range(0, counted).mapToObj(j -> of(j, places[j])).toArray(Histogram[]::new);
            if (k == problem.grid().steps()) {
                joint.add(pairs(places(k, g, atEnd.states(agents, g, dimension))));
            }
        }
        recorded++;
    }

    DensitySeries series(int g) {
        double[] times = IntStream.of(steps).mapToDouble(problem.grid()::time).toArray();
        return times.length == 0 ? DensitySeries.NONE : new DensitySeries(times, histograms[g], joint.get(g));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(recorded);
        for (Histogram[][] series : histograms) {
            for (int i = 0; i < recorded; i++) {
                for (Histogram histogram : series[i]) {
                    out.writeDouble(histogram.low());
                    out.writeDouble(histogram.width());
                    for (long count : histogram.counts()) {
                        out.writeInt((int) count);
                    }
                }
            }
        }
    }

    void read(DataInput in) throws IOException {
        recorded = in.readInt();
        for (Histogram[][] series : histograms) {
            for (int i = 0; i < recorded; i++) {
                series[i] = new Histogram[Math.min(dimension, COORDINATES)];
                for (int j = 0; j < series[i].length; j++) {
                    series[i][j] = new Histogram(in.readDouble(), in.readDouble(), new long[BINS]);
                    for (int bin = 0; bin < BINS; bin++) {
                        series[i][j].counts()[bin] = in.readInt();
                    }
                }
            }
        }
    }

    private Histogram of(int j, double[] places) {
        Circle circle = circles.get(j);
        return circle == null
                ? Histogram.of(places, BINS)
                : Histogram.between(circle.low(), circle.low() + circle.length(), places, BINS);
    }

    private List<JointHistogram> pairs(double[][] places) {
        List<JointHistogram> pairs = new ArrayList<>();
        for (int i = 0; i < dimension && dimension <= MOST_OF_PAIRS; i++) {
            for (int j = i + 1; j < dimension; j++) {
                pairs.add(JointHistogram.of(i, j, places, JOINT_BINS));
            }
        }
        return pairs;
    }

    /** Where the agents are that live [d][agents]: about no centre, those on a circle on its turn. */
    private double[][] places(int k, int g, float[][] states) {
        double[] centre = problem.schedules().get(g).centre(k);
        int[] alive = alive(states);
        double[][] places = new double[dimension][alive.length];
        for (int j = 0; j < dimension; j++) {
            Circle circle = circles.get(j);
            for (int i = 0; i < alive.length; i++) {
                double x = centre[j] + states[j][alive[i]];
                places[j][i] =
                        circle == null ? x : x - circle.length() * Math.floor((x - circle.low()) / circle.length());
            }
        }
        return places;
    }

    private int[] alive(float[][] states) {
        int[] alive = new int[states[0].length];
        int count = 0;
        for (int a = 0; a < alive.length; a++) {
            alive[count] = a;
            count += living == null || living.lives(states, a) ? 1 : 0;
        }
        return Arrays.copyOf(alive, count);
    }
}
