package io.github.murmuration.scenario;

import java.util.OptionalInt;

/**
 * Number of agents and the 64-bit seed of their noise.
 *
 * @param replica which of the independent replicas under the seed, from 0 on: replica r has the noise of the agents r N to (r + 1) N - 1.
 *     Empty for a population by itself, which has that of the agents 0 to N - 1. Of more than 1020 agents this is replica 0; fewer have
 *     other places by themselves than beside other replicas (see ensemble.Tiling), so other noise
 */
public record Population(long agents, long seed, OptionalInt replica) {

    /** A million agents, seed 1. */
    public static final Population DEFAULT = new Population(1_000_000, 1);

    public Population {
        Check.atLeast("agents", agents, 1);
        replica.ifPresent(number -> Check.atLeast("replica", number, 0));
    }

    /** A population by itself. */
    public Population(long agents, long seed) {
        this(agents, seed, OptionalInt.empty());
    }
}
