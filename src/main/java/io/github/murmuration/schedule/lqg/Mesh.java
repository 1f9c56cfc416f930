package io.github.murmuration.schedule.lqg;

import java.util.Arrays;

/**
 * Times between which the equations are solved in one piece: the breaks of the guidance, and as many in between as keep every stretch
 * short. What lies inside a stretch is computed from its ends, so a mesh does not depend on the steps of a run.
 *
 * @param times {@code 0 = first < ... < last = 1}
 * @param intervals interval of the guidance that stretch i lies in
 */
record Mesh(double[] times, int[] intervals) {

    /** Over a stretch no longer than this few terms of the series are needed for rates of order 1. */
    private static final double SHORT = 1.0 / 1024;

    /**
     * @param breaks {@code 0 = first < ... < last = 1}
     * @param longest stretch that the equations can be solved over
     */
    static Mesh of(double[] breaks, double longest) {
        double most = Math.min(longest, SHORT);
        int[] stretches = new int[breaks.length - 1];
        Arrays.setAll(stretches, i -> (int) Math.ceil((breaks[i + 1] - breaks[i]) / most));
        int size = Arrays.stream(stretches).reduce(0, Math::addExact);
        double[] times = new double[Math.addExact(size, 1)];
        int[] intervals = new int[size];
        for (int interval = 0, i = 0; interval < stretches.length; interval++) {
            double length = breaks[interval + 1] - breaks[interval];
            for (int s = 0; s < stretches[interval]; s++, i++) {
                times[i] = breaks[interval] + length * s / stretches[interval];
                intervals[i] = interval;
            }
        }
        times[size] = 1;
        return new Mesh(times, intervals);
    }

    /** Number of stretches. */
    int size() {
        return intervals.length;
    }

    double length(int i) {
        return times[i + 1] - times[i];
    }

    /** Stretch with {@code times[i] <= t < times[i+1]}; the last one for t = 1. */
    int stretch(double t) {
        int found = Arrays.binarySearch(times, t);
        return Math.min(found >= 0 ? found : -found - 2, size() - 1);
    }
}
