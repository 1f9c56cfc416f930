package io.github.murmuration.report;

/** Control energy saved by one guidance against another. */
final class Saving {

    private Saving() {}

    /** 1 - energy/other: 0.24 means 24 % less. NaN when both are infinite. */
    static double versus(double energy, double other) {
        return 1 - energy / other;
    }
}
