package io.github.murmuration.study.redistribution;

import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;

/**
 * Control energies of one population, under every guidance on the same starts and noise.
 *
 * @param energy sum over the agents of a label of int u_j^2 dt, left-end rule [guidance][label][d]
 * @param counts agents of each label [label]
 */
record Replica(double[][][] energy, long[] counts) {

    static Replica of(Resources resources, Problem problem, long agents, long seed) {
        Sums sums = new Sums(problem);
        resources.run(new ReplicaRun(problem, agents, 1, seed), sums);
        return new Replica(sums.energy, sums.counts);
    }

    /** Energy per agent of a label in a coordinate. */
    double perAgent(int guidance, int label, int j) {
        return energy[guidance][label][j] / Math.max(1, counts[label]);
    }

    /**
     * Energy per agent of the population, of some labels and coordinates of it.
     * @param label -1 for all.
     * @param j -1 for all
     */
    double ofPopulation(int guidance, int label, int j) {
        double sum = 0;
        long agents = 0;
        for (int l = 0; l < counts.length; l++) {
            agents += counts[l];
            for (int i = 0; i < energy[guidance][l].length; i++) {
                boolean wanted = (label < 0 || l == label) && (j < 0 || i == j);
                sum += wanted ? energy[guidance][l][i] : 0;
            }
        }
        return sum / agents;
    }

    private static final class Sums implements ReplicaObserver {

        private final Problem problem;
        private double[][][] energy;
        private long[] counts;

        Sums(Problem problem) {
            this.problem = problem;
        }

        @Override
        public void moments(int k, ReplicaMoments moments) {
            if (k == 0) {
                begin(moments);
                return;
            }
            double dt = problem.grid().step(k - 1);
            for (int g = 0; g < energy.length; g++) {
                for (int l = 0; l < counts.length; l++) {
                    for (int j = 0; j < energy[g][l].length; j++) {
                        energy[g][l][j] += moments.powerSum(g, 0, l, j) * dt;
                    }
                }
            }
        }

        private void begin(ReplicaMoments moments) {
            counts = new long[moments.labels()];
            energy = new double[problem.schedules().size()][counts.length]
                    [problem.initial().dimension()];
            for (int l = 0; l < counts.length; l++) {
                counts[l] = moments.count(0, l);
            }
        }
    }
}
