package io.github.murmuration.schedule;

import java.util.stream.IntStream;

/** All times of a small grid. */
public final class GridTimes {

    private GridTimes() {}

    /** t_0 .. t_n. */
    public static double[] of(TimeGrid grid) {
        return IntStream.rangeClosed(0, grid.steps()).mapToDouble(grid::time).toArray();
    }
}
