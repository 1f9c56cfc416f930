package io.github.murmuration.scenario;

import java.util.Locale;

/** Whose a source of noise is: every agent has one of its own, or the whole population has one in common. */
public enum Source {
    AGENT,
    POPULATION;

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
