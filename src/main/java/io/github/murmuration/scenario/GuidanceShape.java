package io.github.murmuration.scenario;

import java.util.Locale;

/** How the guidance nu_t varies inside an interval of the protocol. */
public enum GuidanceShape {
    PIECEWISE_CONSTANT,
    PIECEWISE_LINEAR;

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
