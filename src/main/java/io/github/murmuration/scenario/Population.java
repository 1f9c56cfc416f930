package io.github.murmuration.scenario;

/** Number of agents and the 64-bit seed of their noise. */
public record Population(long agents, long seed) {

    /** A million agents, seed 1. */
    public static final Population DEFAULT = new Population(1_000_000, 1);

    public Population {
        Check.atLeast("agents", agents, 1);
    }
}
