package io.github.murmuration.backend.host;

/** Steps to take in one go. @param rows per guidance, count rows of the drift schedule */
public record Batch(int firstStep, int count, float[][] rows) {}
