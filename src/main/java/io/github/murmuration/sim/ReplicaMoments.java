package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.schedule.Row;

/** Moments of every replica of a part under every guidance, from the sums of one step. */
public final class ReplicaMoments {

    private final SumLayout layout;
    private final Row row;
    private final long agents;
    private final int firstReplica;
    private final long[][] counts;
    private final double[][] reference;
    private double[][] sums;
    private int offset;

    /** @param counts agents of each label [replica of the part][L] */
    ReplicaMoments(EnsembleSpec spec, int firstReplica, long[][] counts) {
        this.layout = spec.sums();
        this.row = spec.rows();
        this.agents = spec.agents();
        this.firstReplica = firstReplica;
        this.counts = counts;
        this.reference = new double[spec.guidances()][spec.dimension()];
    }

    /** Takes the sums of the starts. */
    void start(double[] starts, float[] about) {
        sums = new double[reference.length][];
        offset = 0;
        for (int g = 0; g < sums.length; g++) {
            sums[g] = starts;
            about(g, about, 0);
        }
    }

    /** Takes the sums of the s-th step of a batch. @param all [guidance][step][replica][SumLayout]. @param rows [guidance][step][row] */
    void step(double[][] all, float[][] rows, int s) {
        sums = all;
        offset = s * counts.length * layout.size();
        for (int g = 0; g < sums.length; g++) {
            about(g, rows[g], s * row.size() + row.reference());
        }
    }

    /** Number of the part's first replica among all. */
    public int firstReplica() {
        return firstReplica;
    }

    /** Replicas of the part. */
    public int replicas() {
        return counts.length;
    }

    /** Labels told apart. */
    public int labels() {
        return layout.labels();
    }

    /** Agents of a label. @param replica of the part */
    public long count(int replica, int label) {
        return counts[replica][label];
    }

    /** (1/N) sum x_j. @param replica of the part */
    public double mean(int guidance, int replica, int j) {
        return reference[guidance][j] + total(guidance, replica, j, SumLayout.FIRST) / agents;
    }

    /** (1/N) sum x_j^2 - mean^2. */
    public double variance(int guidance, int replica, int j) {
        double departure = total(guidance, replica, j, SumLayout.FIRST) / agents;
        return total(guidance, replica, j, SumLayout.SECOND) / agents - departure * departure;
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

    private void about(int g, float[] from, int at) {
        for (int j = 0; j < reference[g].length; j++) {
            reference[g][j] = from[at + j];
        }
    }
}
