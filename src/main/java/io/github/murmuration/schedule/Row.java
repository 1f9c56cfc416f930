package io.github.murmuration.schedule;

/**
 * Shape of the float32 rows of a schedule, one row per step. A row moves an agent's state, which is measured from the centre of the
 * schedule (see Schedule), from the centre before the step to the centre after it. Every row begins with the same scalars, of which a
 * model leaves at 0 those it does not use, and has somewhere the reference [d]: the point, measured from the centre after the step, that
 * the moments there are summed about.
 */
public interface Row {

    int DT = 3;
    int NOISE = 4;

    /** 1: the gain of feeds that take a mean as it is. */
    int UNIT = 7;

    int SCALARS = 8;

    /** Where the reference of the moments at the step's end begins [d]. */
    int reference();

    /** First of the entries that feeds may change; they lie together. */
    int fedFrom();

    /** Number of entries that feeds may change. */
    int fedCount();

    /** Floats per row. */
    int size();
}
