package io.github.murmuration.study.chaos;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;

/** Where the first agent of every replica is after the last step. */
record FirstAgents(int steps, double centre, double[] ends) implements ReplicaObserver {

    @Override
    public void moments(int k, ReplicaMoments moments) {}

    @Override
    public int nextLook(int k) {
        return steps;
    }

    @Override
    public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
        if (k < steps) {
            return;
        }
        int agents = 10;
        Tiling tiling = moments.tiling();
        for (int b = 0; b < tiling.blocks(); b++) {
            float[] x = ensemble.states(Coupling.POPULATION, b)[0];
            for (int a = 0; a < x.length; a += agents) {
                ends[(int) (tiling.firstAgent(b) + a) / agents] = centre + x[a];
            }
        }
    }
}
