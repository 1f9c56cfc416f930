package io.github.murmuration.scenario;

/** Families of dynamics; the scenario file names them in lower case with hyphens. */
public enum Model {
    GUIDED_BRIDGE
}
