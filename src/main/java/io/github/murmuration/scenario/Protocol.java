package io.github.murmuration.scenario;

/** Piecewise-constant protocol: stiffness beta[i] >= 0 on [breaks[i], breaks[i+1]], breaks increasing from 0 to 1. */
public record Protocol(double[] breaks, double[] beta, GuidanceShape guidanceShape) {

    /** Number of intervals. */
    public int intervals() {
        return beta.length;
    }
}
