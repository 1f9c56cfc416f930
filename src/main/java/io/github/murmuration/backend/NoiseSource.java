package io.github.murmuration.backend;

import java.util.Locale;

/** Where the Brownian increments come from. Starts and drawn endpoints are noise layout 1 for every source. Append only: checkpoints hold the place. */
public enum NoiseSource {

    /** Noise layout 1: a function of (seed, agent, step, component), the same bits on every backend. */
    PHILOX,

    /** In bulk from cuRAND's Philox: a function of (seed, step, population, and the replicas that are advanced with it), on cuda alone. */
    CURAND;

    /** Name on the command line and in the summary. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
