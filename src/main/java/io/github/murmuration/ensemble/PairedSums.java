package io.github.murmuration.ensemble;

import io.github.murmuration.rng.Noise;
import java.util.Arrays;

/** The sums of a {@link PairedSurvey} over some replicas, from their blocks one after the other. */
public final class PairedSums {

    private final PairedSurvey survey;
    private final int firstReplica;
    private final long agents;
    private final double[][] columns;
    private final double[][] sums;

    /**
     * None so far.
     * @param block the first of those of the replicas
     */
    public PairedSums(PairedSurvey survey, int block) {
        this.survey = survey;
        this.firstReplica = survey.tiling().firstReplica(block);
        this.agents = survey.tiling().agents();
        this.columns = new double[survey.size()][(int) Math.min(agents, Noise.COLUMNS)];
        this.sums = new double[survey.tiling().replicasIn(block)][survey.size()];
    }

    /**
     * Adds the agents of the next block.
     *
     * @param block number of it
     * @param states of agents [d][n]
     * @param copies of copies [d][n]
     * @param energies of agents and of copies [2][n], or [2][0]
     */
    public void add(int block, float[][] states, float[][] copies, float[][] energies) {
        float[][] x = survey.of(states);
        float[][] y = survey.of(copies);
        long first = survey.tiling().firstHere(block);
        for (int a = 0; a < states[0].length; a++) {
            int i = (int) ((first + a) % agents);
            add(x, y, a, i % columns[0].length);
            for (int e = 0; survey.energies() && e < energies.length && a < energies[e].length; e++) {
                columns[survey.energiesAt() + e][i % columns[0].length] += energies[e][a];
            }
            if (i == agents - 1) {
                finish((int) ((first + a) / agents) - firstReplica);
            }
        }
    }

    /** [replica][PairedSurvey]. */
    public double[][] sums() {
        return sums;
    }

    private void add(float[][] x, float[][] y, int a, int column) {
        double first = 0;
        double second = 0;
        for (int m = 0; m < x.length; m++) {
            double distance = (double) x[m][a] - y[m][a];
            columns[m][column] += distance;
            columns[x.length][column] += distance * distance;
            first += x[m][a] - survey.expected()[m];
            second += y[m][a] - survey.expected()[m];
        }
        powers(first / x.length, survey.powersAt(), column);
        powers(second / x.length, survey.powersAt() + PairedSurvey.POWERS, column);
    }

    private void powers(double x, int at, int column) {
        columns[at][column] += x;
        columns[at + 1][column] += x * x;
        columns[at + 2][column] += x * x * x;
    }

    private void finish(int replica) {
        for (int s = 0; s < columns.length; s++) {
            sums[replica][s] = SumTree.halve(columns[s]);
            Arrays.fill(columns[s], 0);
        }
    }
}
