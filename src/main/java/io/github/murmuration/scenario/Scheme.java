package io.github.murmuration.scenario;

import java.util.List;
import java.util.Locale;

/** Time-stepping schemes. */
public enum Scheme {
    EULER_MARUYAMA,
    POSTERIOR_MEAN,
    EXACT,
    MILSTEIN,
    TAMED_EULER,
    HEUN,
    BAOAB;

    /** Those that take steps of a guided bridge. */
    public static final List<Scheme> OF_BRIDGES = List.of(EULER_MARUYAMA, POSTERIOR_MEAN, EXACT);

    /** Those that take steps of a model that a user wrote. */
    public static final List<Scheme> OF_CUSTOM_MODELS = List.of(EULER_MARUYAMA, MILSTEIN, TAMED_EULER, HEUN, BAOAB);

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
