package io.github.murmuration.backend.vector;

import jdk.incubator.vector.FloatVector;

/** A number of every agent of a tile, or of every column, or of all of them: that of agent i lies {@code i & mask} after the beginning. */
final class VectorOperand {

    /** Every agent has its own. */
    static final int EACH = -1;

    /** All agents have the same, which is there for a whole vector. */
    static final int ALL = 0;

    float[] array;
    int at;
    int mask;

    void set(float[] values, int from, int differing) {
        array = values;
        at = from;
        mask = differing;
    }

    FloatVector get(int i) {
        return FloatVector.fromArray(Lanes.FLOAT, array, at + (i & mask));
    }
}
