package io.github.murmuration.report;

/** Titles of axes, with units. */
final class Axis {

    static final String TIME = "time t (units of the horizon)";
    static final String ENERGY = "control energy (state\u00b2 / time)";
    static final String COORDINATE = "coordinate";

    private Axis() {}
}
