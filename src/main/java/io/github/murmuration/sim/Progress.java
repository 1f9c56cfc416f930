package io.github.murmuration.sim;

/** Receives how far a run has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {};

    /** @param done of total: steps taken, or pieces of the phase that was begun last */
    void advanced(int done, int total);

    /**
     * Of the steps that count as taken, so many had been taken and kept before.
     * @param total as above
     */
    default void resumed(int done, int total) {}

    /** A checkpoint of so many steps is on the disk. */
    default void saved(int done) {}

    /**
     * All steps are taken; something else that may take long is begun.
     * @param phase what, e.g. covariances
     */
    default void begin(String phase) {}
}
