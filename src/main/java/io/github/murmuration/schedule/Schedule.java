package io.github.murmuration.schedule;

/** The drift of one guidance, step by step: rows for the backends, and the drift itself in double precision. */
public interface Schedule {

    Row layout();

    /** Rows of steps first, ..., first + count - 1 [count * layout().size()]. */
    float[] rows(int first, int count);

    /** Drift u(t, x; z) that the agents add, t in [0, 1). @param z start of the agent [d]. @param u [d], overwritten. */
    void drift(double t, double[] z, double[] x, double[] u);
}
