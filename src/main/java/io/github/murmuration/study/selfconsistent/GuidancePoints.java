package io.github.murmuration.study.selfconsistent;

import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;

/**
 * Times of the points that a custom guidance is given by: midpoints of the intervals where it is constant on them, breaks where it is
 * linear between them.
 */
final class GuidancePoints {

    private GuidancePoints() {}

    /** [P]. */
    static double[] times(Protocol protocol) {
        if (protocol.guidanceShape() == GuidanceShape.PIECEWISE_LINEAR) {
            return protocol.breaks();
        }
        double[] times = new double[protocol.intervals()];
        for (int i = 0; i < times.length; i++) {
            times[i] = (protocol.breaks()[i] + protocol.breaks()[i + 1]) / 2;
        }
        return times;
    }
}
