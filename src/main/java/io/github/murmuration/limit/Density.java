package io.github.murmuration.limit;

/**
 * The density of X over all marks at every recorded time, not negative and of mass 1 by the trapezoidal rule.
 *
 * @param points [n], equally spaced; on a ring without the end
 * @param values [T][n]
 * @param errors largest change of a value by the last refinement [T]
 */
public record Density(double[] points, double[][] values, double[] errors) {}
