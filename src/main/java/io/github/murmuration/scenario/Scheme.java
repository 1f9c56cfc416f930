package io.github.murmuration.scenario;

/** Time-stepping schemes. */
public enum Scheme {
    EULER_MARUYAMA,
    POSTERIOR_MEAN,
    EXACT
}
