/**
 * Noise as a function of (seed, agent, step, component): Philox4x32-10, Box-Muller normals and the registry of streams.
 * Imports {@code arithmetic} alone.
 */
package io.github.murmuration.rng;
