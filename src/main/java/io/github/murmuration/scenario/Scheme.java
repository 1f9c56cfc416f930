package io.github.murmuration.scenario;

import java.util.Locale;

/** Time-stepping schemes. */
public enum Scheme {
    EULER_MARUYAMA,
    POSTERIOR_MEAN,
    EXACT;

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
