package io.github.murmuration.backend.host;

import static io.github.murmuration.backend.host.PairKernel.AGENTS;
import static io.github.murmuration.ensemble.PartnerChoice.RUN;

import io.github.murmuration.ensemble.CellGrid;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Pair means of some agents: runs of partners in float32, their sums in float64 (see PartnerChoice). One instance per thread. */
final class PairSums {

    private final PairKernel kernel;
    private final int agents;
    private final float[] run;
    private final double[] sums;
    private final int[] neighbours = new int[CellGrid.MOST_NEIGHBOURS];

    private PairKernel.Inputs inputs;
    private int first;
    private int count;

    /**
     * @param agents N of a replica.
     * @param values of a pair
     */
    PairSums(PairKernel kernel, int agents, int values) {
        this.kernel = kernel;
        this.agents = agents;
        this.run = new float[values * AGENTS];
        this.sums = new double[values * AGENTS];
    }

    /**
     * Turns to some agents.
     * @param from the first of them.
     * @return how many there are
     */
    int turnTo(PairKernel.Inputs of, int from) {
        inputs = of;
        first = from;
        count = Math.min(AGENTS, agents - from);
        Arrays.fill(sums, 0);
        return count;
    }

    /**
     * Writes the means of a value of some of the agents, once all is added.
     * @param from the first of them.
     * @param into from position at on
     */
    void means(int value, int from, int some, float[] into, int at) {
        for (int i = 0; i < some; i++) {
            into[at + i] = (float) (sums[value * AGENTS + from + i] / agents);
        }
    }

    /** Adds everyone. */
    void addAll() {
        addRuns(first, count, 0, agents);
    }

    /**
     * Adds a batch of p.
     * @param shifts of the k-th partner, for all k below p
     */
    void addBatch(int p, IntUnaryOperator shifts) {
        for (int k = 0; k < p; k++) {
            addBeside(shifts.applyAsInt(k));
            if ((k + 1) % RUN == 0 || k + 1 == p) {
                endRun(0, count);
            }
        }
        double weight = (agents - 1.0) / p;
        for (int s = 0; s < sums.length; s++) {
            sums[s] *= weight;
        }
        addBeside(0);
        endRun(0, count);
    }

    /**
     * Adds those in neighbouring cells.
     * @param order that of the table
     */
    void addNeighbours(CellOrder order) {
        for (int from = first; from < first + count; ) {
            int cell = order.cellAt(from);
            int to = Math.min(first + count, order.begin(cell + 1));
            int found = order.grid().neighbours(cell, neighbours);
            for (int n = 0; n < found; n++) {
                addRuns(from, to - from, order.begin(neighbours[n]), order.begin(neighbours[n] + 1));
            }
            from = to;
        }
    }

    /** To some of the agents partners from, ..., to - 1, run by run. */
    private void addRuns(int agent, int some, int from, int to) {
        for (int j = from; j < to; j += RUN) {
            kernel.add(inputs, agent, some, j, Math.min(to, j + RUN), run, 0);
            endRun(agent - first, some);
        }
    }

    /** To agent i partner i + shift (mod N). */
    private void addBeside(int shift) {
        int partner = (int) (((long) first + shift) % agents);
        int before = Math.min(count, agents - partner);
        kernel.addBeside(inputs, first, before, partner, run, 0);
        if (before < count) {
            kernel.addBeside(inputs, first + before, count - before, 0, run, before);
        }
    }

    /** Adds what the kernel has summed to the sums of the agents from place at on. */
    private void endRun(int at, int some) {
        for (int value = 0; value < run.length; value += AGENTS) {
            for (int a = 0; a < some; a++) {
                sums[value + at + a] += run[value + a];
            }
        }
        Arrays.fill(run, 0);
    }
}
