package io.github.murmuration.scenario;

import java.util.Locale;

/** A source of noise: independent for every agent, or common to the whole population. */
public enum Source {
    AGENT,
    POPULATION;

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
