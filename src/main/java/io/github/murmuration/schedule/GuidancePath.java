package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import java.util.Arrays;

/**
 * Guidance nu_t, linear in time inside each interval of the protocol: left[i] at its left end, right[i] at its right end, both [M][d].
 */
public record GuidancePath(double[][] left, double[][] right) {

    /**
     * The path of a stated guidance. Mean-field is the straight line from the initial to the target mean, which is the
     * population's mean for any laws and any beta (linear-interpolant theorem); piecewise-constant shapes take it at the
     * midpoints of the intervals. Empirical is the line itself: what a population plans on whose mean is on it.
     */
    public static GuidancePath of(Guidance guidance, Protocol protocol, double[] initialMean, double[] targetMean) {
        if (guidance instanceof Guidance.Custom custom) {
            return ofPoints(custom.points(), protocol);
        }
        if (guidance instanceof Guidance.Zero) {
            double[] zero = new double[targetMean.length];
            return onLine(protocol, zero, zero);
        }
        if (guidance instanceof Guidance.TargetMean) {
            return onLine(protocol, targetMean, targetMean);
        }
        boolean planned = guidance instanceof Guidance.Empirical;
        return planned ? line(protocol, initialMean, targetMean) : onLine(protocol, initialMean, targetMean);
    }

    /** The straight line itself, from one point at t = 0 to another at t = 1, for both shapes of guidance. */
    static GuidancePath line(Protocol protocol, double[] from, double[] to) {
        int intervals = protocol.intervals();
        double[][] points = new double[intervals + 1][];
        for (int i = 0; i <= intervals; i++) {
            points[i] = interpolate(from, to, protocol.breaks()[i]);
        }
        return new GuidancePath(Arrays.copyOf(points, intervals), Arrays.copyOfRange(points, 1, intervals + 1));
    }

    /** nu on interval i at relative position s in [0, 1], coordinate j. */
    double at(int i, double s, int j) {
        return left[i][j] + s * (right[i][j] - left[i][j]);
    }

    private static GuidancePath ofPoints(double[][] points, Protocol protocol) {
        if (protocol.guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT) {
            return new GuidancePath(points, points);
        }
        int intervals = protocol.intervals();
        return new GuidancePath(Arrays.copyOf(points, intervals), Arrays.copyOfRange(points, 1, intervals + 1));
    }

    private static GuidancePath onLine(Protocol protocol, double[] from, double[] to) {
        double[] breaks = protocol.breaks();
        int intervals = protocol.intervals();
        boolean constant = protocol.guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT;
        double[][] points = new double[constant ? intervals : intervals + 1][];
        for (int i = 0; i < points.length; i++) {
            points[i] = interpolate(from, to, constant ? (breaks[i] + breaks[i + 1]) / 2 : breaks[i]);
        }
        return ofPoints(points, protocol);
    }

    private static double[] interpolate(double[] from, double[] to, double t) {
        double[] point = new double[from.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = (1 - t) * from[j] + t * to[j];
        }
        return point;
    }
}
