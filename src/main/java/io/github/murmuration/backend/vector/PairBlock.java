package io.github.murmuration.backend.vector;

import io.github.murmuration.backend.host.PairKernel;

/** What loops on pairs read and write. */
final class PairBlock {

    /** Most turns of a loop that keeps something in rooms; those of AGENTS side by side, too. */
    static final int TURNS = 32;

    /** Columns of agents, and where the first of them stands. */
    float[][] own;

    int ownAt;

    /** Columns of partners, and where the first of them stands. */
    float[][] other;

    int otherAt;

    /** Turns of the loop. */
    int count;

    /** Row of the replica and where it begins. */
    float[] rows;

    int row;

    /** [room][turn][lane]. */
    float[][] rooms;

    /** [value][AGENTS], and where the sums of the first agent stand. */
    float[] sums;

    int sumsAt;

    /** Calls of loops across, as far as they are counted. */
    int calls;

    /** Where the sums of a value begin. */
    static int sum(int value) {
        return value * PairKernel.AGENTS;
    }
}
