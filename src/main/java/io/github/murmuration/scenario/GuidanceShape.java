package io.github.murmuration.scenario;

/** How the guidance nu_t varies inside an interval of the protocol. */
public enum GuidanceShape {
    PIECEWISE_CONSTANT,
    PIECEWISE_LINEAR
}
