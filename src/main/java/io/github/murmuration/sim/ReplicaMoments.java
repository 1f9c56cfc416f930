package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Means;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.Tiling;

/** Moments of every replica of a part under every guidance, from the sums of one step. */
public final class ReplicaMoments {

    private final SumLayout layout;
    private final EnsembleSpec spec;
    private final Problem problem;
    private final long agents;
    private final long[][] counts;
    private final float[][][] reference;
    private double[][] sums;
    private int offset;
    private int step;

    /** @param counts agents of each label [replica of the part][L] */
    ReplicaMoments(Problem problem, EnsembleSpec spec, long[][] counts) {
        this.layout = spec.sums();
        this.spec = spec;
        this.problem = problem;
        this.agents = spec.agents();
        this.counts = counts;
        this.reference = new float[spec.guidances()][counts.length][spec.sums().channels()];
    }

    /**
     * Takes the sums of the starts.
     * @param about measured from the centre [d]
     */
    void start(double[] starts, float[] about) {
        sums = new double[reference.length][];
        offset = 0;
        step = 0;
        for (int g = 0; g < sums.length; g++) {
            sums[g] = starts;
            for (float[] own : reference[g]) {
                System.arraycopy(about, 0, own, 0, own.length);
            }
        }
    }

    /**
     * Takes the sums of the s-th step of a batch.
     * @param all [guidance][step][replica][SumLayout].
     * @param rows [guidance][step][row]
     */
    void step(double[][] all, float[][] rows, int s) {
        for (int g = 0; g < reference.length; g++) {
            boolean fed = !spec.feeds().get(g).isEmpty();
            int row = s * spec.rows().size() + spec.rows().reference();
            for (int r = 0; r < counts.length; r++) {
                for (int c = 0; c < spec.evaluator().followed(layout.dimension()); c++) {
                    reference[g][r][c] = fed ? (float) departure(g, r, c) : rows[g][row + c];
                }
            }
        }
        sums = all;
        offset = s * counts.length * layout.size();
        step++;
    }

    /** Number of the part's first replica among all. */
    public int firstReplica() {
        return spec.tiling().first();
    }

    /** Where the agents of the part lie. */
    public Tiling tiling() {
        return spec.tiling();
    }

    /** Replicas of the part. */
    public int replicas() {
        return counts.length;
    }

    /** Number of labels that have moments of their own. */
    public int labels() {
        return layout.labels();
    }

    /**
     * Agents of a label.
     * @param replica of the part
     */
    public long count(int replica, int label) {
        return counts[replica][label];
    }

    /**
     * (1/N) sum x_j.
     * @param replica of the part
     */
    public double mean(int guidance, int replica, int j) {
        return problem.schedules().get(guidance).centre(step)[j] + departure(guidance, replica, j);
    }

    /** (1/N) sum x_j^2 - mean^2; NaN where it is too small beside what the mean moves in a step for float32 sums. */
    public double variance(int guidance, int replica, int j) {
        if (agents == 1) {
            return 0;
        }
        double first = total(guidance, replica, j, SumLayout.FIRST) / agents;
        double second = total(guidance, replica, j, SumLayout.SECOND) / agents;
        return Resolution.variance(second, first, reference[guidance][replica][j]);
    }

    /** (1/N) sum u_j^2 in the step that has just ended; undefined at step 0. */
    public double power(int guidance, int replica, int j) {
        return total(guidance, replica, j, SumLayout.POWER) / agents;
    }

    /** sum u_j^2 over the agents of a label, in the step that has just ended. */
    public double powerSum(int guidance, int replica, int label, int j) {
        return sums[guidance][at(replica) + layout.at(label, j) + SumLayout.POWER];
    }

    private double total(int guidance, int replica, int j, int which) {
        return layout.total(sums[guidance], at(replica), j, which);
    }

    private int at(int replica) {
        return offset + replica * layout.size();
    }

    /**
     * What is taken of a population for its next step (see ensemble.Means).
     * @param replica of the part
     */
    public double[] taken(int guidance, int replica) {
        Means means = new Means(spec.evaluator(), layout, agents);
        double[] taken = new double[means.size()];
        means.take(sums[guidance], at(replica), reference[guidance][replica], 0, counts[replica], taken, 0);
        return taken;
    }

    /** Mean of a channel: of a coordinate less the centre, of a feature as it is. */
    public double departure(int guidance, int replica, int channel) {
        return reference[guidance][replica][channel] + total(guidance, replica, channel, SumLayout.FIRST) / agents;
    }
}
