package io.github.murmuration.sim;

/** The arithmetic of a run: the bits of a result depend on it, on the scenario and on the noise. */
public final class Arithmetic {

    /** Written into every summary. */
    public static final String NAME = "reproducible-float32";

    /**
     * Number of the layout of states, sums, moments and what else is recorded: what is kept under another number is refused. It changes
     * whenever they are represented, or computed, in another way.
     */
    public static final int LAYOUT_VERSION = 4;

    private Arithmetic() {}
}
