package io.github.murmuration.limit;

/**
 * How far N agents who act on each other are from infinitely many at the last recorded time, to leading order in N: standard deviations
 * of sqrt(N) times the difference of their means and of their variances. Tanaka, Hitsuda, Hiroshima Math. J. 11 (1981) 415.
 *
 * @param mean of X; NaN on a ring, round which the mean moves freely
 * @param variance as in {@link LimitLaw}
 */
public record Fluctuations(double mean, double variance) {}
