package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardPaths;

/** States of paths at the steps that are asked for. */
final class KeptStates {

    private final int[] observed;
    private final double[][] states;

    KeptStates(BackwardPaths paths) {
        this.observed = paths.observed();
        this.states = new double[observed.length][];
    }

    /**
     * Keeps a copy if it is wanted.
     * @param x states after k steps of the backward clock
     */
    void keep(int k, double[] x) {
        for (int o = 0; o < observed.length; o++) {
            if (observed[o] == k) {
                states[o] = x.clone();
            }
        }
    }

    /** [observed][n d]. */
    double[][] states() {
        return states;
    }
}
