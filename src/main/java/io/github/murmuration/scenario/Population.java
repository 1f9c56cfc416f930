package io.github.murmuration.scenario;

/** Number of agents and the 64-bit seed of their noise. */
public record Population(long agents, long seed) {}
