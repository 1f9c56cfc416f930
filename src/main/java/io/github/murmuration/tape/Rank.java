package io.github.murmuration.tape;

/** What a value depends on, which decides how often it is computed. Each rank includes those before it. */
public enum Rank {
    /** Nothing. */
    CONSTANT,
    /** Time: once per step, in float64. */
    TIME,
    /** Means and common noise: once per step and replica, in float32. */
    REPLICA,
    /** One agent, or one pair of them: once per step and agent or pair, in float32. */
    AGENT;

    /** The higher of the two. */
    public Rank with(Rank other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
