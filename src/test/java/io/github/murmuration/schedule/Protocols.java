package io.github.murmuration.schedule;

import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;

/** Protocols and guidances that several tests share. */
final class Protocols {

    static final double[] AWKWARD_BREAKS = {0, 0.3, 0.55, 1};

    private Protocols() {}

    static Protocol of(double[] breaks, double... beta) {
        return new Protocol(breaks, beta, GuidanceShape.PIECEWISE_LINEAR);
    }

    static Protocol awkward(double... beta) {
        return of(AWKWARD_BREAKS, beta);
    }

    /** Piecewise-linear, discontinuous at the breaks; coordinate j is that of coordinate 0 times (1 - 2j) plus j. */
    static GuidancePath jumps(int dimension) {
        return new GuidancePath(points(dimension, 2, -1, 0.5), points(dimension, 1.5, 0.25, 3));
    }

    static GuidancePath constants(int dimension) {
        double[][] points = points(dimension, 2, -1, 0.5);
        return new GuidancePath(points, points);
    }

    private static double[][] points(int dimension, double... first) {
        double[][] points = new double[first.length][dimension];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < dimension; j++) {
                points[i][j] = first[i] * (1 - 2 * j) + j;
            }
        }
        return points;
    }
}
