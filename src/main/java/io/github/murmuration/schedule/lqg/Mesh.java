package io.github.murmuration.schedule.lqg;

import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;

/**
 * Times at which the equations are solved: those of a grid, and as many in between as keep every stretch short enough.
 *
 * @param times 0 = first < ... < last = 1
 * @param intervals interval of the guidance that stretch i lies in
 * @param perStep stretches per step of the grid
 */
record Mesh(double[] times, int[] intervals, int perStep) {

    static Mesh of(TimeGrid grid, double longest) {
        double step = 0;
        for (int k = 0; k < grid.steps(); k++) {
            step = Math.max(step, grid.step(k));
        }
        int per = (int) Math.max(1, Math.ceil(step / longest));
        double[] times = new double[Math.multiplyExact(grid.steps(), per) + 1];
        int[] intervals = new int[times.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            int k = i / per;
            times[i] = grid.times()[k] + grid.step(k) * (i % per) / per;
            intervals[i] = grid.intervals()[k];
        }
        times[intervals.length] = 1;
        return new Mesh(times, intervals, per);
    }

    /** Number of stretches. */
    int size() {
        return intervals.length;
    }

    double length(int i) {
        return times[i + 1] - times[i];
    }

    /** Stretch with times[i] <= t < times[i+1]; the last one for t = 1. */
    int stretch(double t) {
        int found = Arrays.binarySearch(times, t);
        return Math.min(found >= 0 ? found : -found - 2, size() - 1);
    }
}
