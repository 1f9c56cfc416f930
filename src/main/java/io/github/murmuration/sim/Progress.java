package io.github.murmuration.sim;

/** Told how far a run has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {};

    /** @param done steps taken of total */
    void advanced(int done, int total);
}
