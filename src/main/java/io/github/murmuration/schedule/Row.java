package io.github.murmuration.schedule;

/**
 * Shape of the float32 rows of a schedule, one row per step. Every row begins with the same scalars, of which a model leaves at 0
 * those it does not use, and has somewhere the point [d] that the moments at the step's end are summed about.
 */
public interface Row {

    int DT = 3;
    int NOISE = 4;
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
