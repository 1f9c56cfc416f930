package io.github.murmuration.sim;

/** A sample mean and its standard error. */
public record Estimate(double value, double standardError) {}
