package io.github.murmuration.sim;

/** Counts of equal bins [low + i width, low + (i+1) width); agents outside them are counted in the end bins. */
public record Histogram(double low, double width, long[] counts) {}
