package io.github.murmuration.schedule;

import java.util.List;

/** The drift of one guidance, step by step: rows for the backends, and the drift itself in double precision. */
public interface Schedule {

    Row layout();

    /**
     * Centre c_k: the point [d] that states before step k are measured from, {@code 0 <= k <= n}. It is near the population's mean where that is
     * known, so that float32 holds what the agents differ by, however large the mean is. c_0 is the same for every guidance.
     */
    double[] centre(int k);

    /** Population means that act on the rows while they are used; none for a guidance that is a function of time. */
    default List<Feed> feeds() {
        return List.of();
    }

    /**
     * Writes the row of step k into rows, from offset on; what a model does not use stays as it is.
     * @param rows modified.
     */
    void fill(int k, float[] rows, int offset);

    /** Rows of steps first, ..., first + count - 1 [count * layout().size()]. */
    default float[] rows(int first, int count) {
        int size = layout().size();
        float[] rows = new float[count * size];
        for (int k = 0; k < count; k++) {
            fill(first + k, rows, k * size);
        }
        return rows;
    }

    /**
     * Drift u(t, x; z) that the agents add, t in [0, 1).
     * @param z start of the agent [d].
     * @param u [d], overwritten.
     */
    void drift(double t, double[] z, double[] x, double[] u);
}
