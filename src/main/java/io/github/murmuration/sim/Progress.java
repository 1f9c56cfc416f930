package io.github.murmuration.sim;

/** Told how far a run has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {};

    /** @param done steps taken of total */
    void advanced(int done, int total);

    /** Of the steps that count as taken, so many had been taken and kept before. @param total as above */
    default void resumed(int done, int total) {}

    /** A checkpoint of so many steps is on the disk. */
    default void saved(int done) {}
}
