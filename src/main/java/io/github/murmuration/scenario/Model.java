package io.github.murmuration.scenario;

import java.util.List;
import java.util.Locale;

/** Families of dynamics; the scenario file names them in lower case with hyphens. */
public enum Model {
    GUIDED_BRIDGE,
    LQG,
    MEAN_FIELD_OU,
    DESAI_ZWANZIG,
    KURAMOTO,
    CUSTOM;

    /** Schemes that scenario files may name with it. */
    List<Scheme> schemes() {
        return this == CUSTOM ? Scheme.OF_CUSTOM_MODELS : Scheme.OF_BRIDGES;
    }

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
