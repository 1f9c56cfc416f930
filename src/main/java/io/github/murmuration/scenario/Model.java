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
    SCORE_BASED,
    PROBABILITY_FLOW,
    CROSS_ENTROPY_TRANSPORT,
    SCHROEDINGER_BRIDGE,
    GRADIENT_FLOW,
    ATTRACTION_FLOW,
    RELAXED_GRADIENT_FLOW,
    OT_FLOW,
    OT_BOLTZMANN,
    STOCHASTIC_OT_FLOW,
    NORMALIZING_FLOW,
    GAME,
    CUSTOM;

    /** Whether agents take back noise that the target was given: {@link Game#noised}. */
    boolean reversesNoise() {
        return this == SCORE_BASED || this == PROBABILITY_FLOW || this == CROSS_ENTROPY_TRANSPORT;
    }

    /** Whether it is a mean-field game: {@link Game}. */
    public boolean game() {
        return GameFields.names(this) != null;
    }

    /** Schemes that scenario files may name with it. */
    List<Scheme> schemes() {
        if (game()) {
            return List.of(Scheme.EULER_MARUYAMA);
        }
        return this == CUSTOM ? Scheme.OF_CUSTOM_MODELS : Scheme.OF_BRIDGES;
    }

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
