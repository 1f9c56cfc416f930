package io.github.murmuration.study;

import io.github.murmuration.schedule.TimeGrid;

/**
 * The times at which the mean of a population is observed: at t = 0, and at the times of the grid nearest to i/T, i = 1..T, after t = 0.
 *
 * @param steps their numbers on the grid [T+1]; on a grid of less than T steps some come twice
 * @param times [T+1]
 */
public record ObservationTimes(int[] steps, double[] times) {

    public static ObservationTimes of(TimeGrid grid, int count) {
        int[] steps = new int[count + 1];
        double[] times = new double[count + 1];
        for (int i = 1, k = 1; i <= count; i++) {
            double wanted = (double) i / count;
            while (k < grid.steps() && Math.abs(grid.time(k + 1) - wanted) <= Math.abs(grid.time(k) - wanted)) {
                k++;
            }
            steps[i] = k;
            times[i] = grid.time(k);
        }
        return new ObservationTimes(steps, times);
    }
}
