package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;

/** The block of an ensemble that was read last, for the replicas that share it; steps must not be taken in between. By one thread. */
final class SharedBlock {

    private final Ensemble ensemble;
    private final float[][][] states;
    private final float[][] energies;
    private int number = -1;
    private byte[] labels;

    SharedBlock(Ensemble ensemble, int guidances) {
        this.ensemble = ensemble;
        this.states = new float[guidances][][];
        this.energies = new float[guidances][];
    }

    float[][] states(int guidance, int block) {
        turnTo(block);
        return states[guidance];
    }

    float[] energies(int guidance, int block) {
        turnTo(block);
        return energies[guidance];
    }

    byte[] labels(int block) {
        turnTo(block);
        return labels;
    }

    private void turnTo(int block) {
        if (block == number) {
            return;
        }
        for (int g = 0; g < states.length; g++) {
            states[g] = ensemble.states(g, block);
            energies[g] = ensemble.energies(g, block);
        }
        labels = ensemble.labels(block);
        number = block;
    }
}
