package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;

/** Receives moments and agents while replicas are advanced, part after part: first at step 0, then at the end of every step. */
public interface ReplicaObserver {

    /**
     * Moments before step k; k = n at the end.
     * @param moments of the replicas of this part; changed by the next step
     */
    void moments(int k, ReplicaMoments moments);

    /** The first step after k before which {@link #look} is called. */
    default int nextLook(int k) {
        return Integer.MAX_VALUE;
    }

    /**
     * Agents before step k, at step 0 and whenever nextLook said so.
     * @param moments as above
     */
    default void look(int k, ReplicaMoments moments, Ensemble ensemble) {}
}
