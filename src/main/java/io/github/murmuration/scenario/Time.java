package io.github.murmuration.scenario;

/** Number of steps on [0,1] and the scheme that takes them. */
public record Time(int steps, Scheme scheme) {}
