/**
 * Distances between clouds, between sets of clouds, and the two-sample test that they give. Imports {@code cloud}, {@code crew},
 * {@code rng} and {@code scenario}.
 */
package io.github.murmuration.cloud.distance;
