package io.github.murmuration.scenario;

import java.util.Locale;

/** Families of dynamics; the scenario file names them in lower case with hyphens. */
public enum Model {
    GUIDED_BRIDGE,
    LQG,
    MEAN_FIELD_OU,
    DESAI_ZWANZIG,
    KURAMOTO;

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
