package io.github.murmuration.sim;

/**
 * Population moments per coordinate at recorded times.
 *
 * @param times t [T], from 0 to 1
 * @param mean [T][d]
 * @param variance [T][d]
 * @param power mean |u|^2 per coordinate at t [T][d]; NaN at t = 1, where no control acts any more
 * @param living share of the agents that no end has absorbed, whose mean and variance these are [T]; empty where no end absorbs
 */
public record MomentSeries(double[] times, double[][] mean, double[][] variance, double[][] power, double[] living) {}
