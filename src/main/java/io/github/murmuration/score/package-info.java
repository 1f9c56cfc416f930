/**
 * Scores that are learned from clouds, linear in their coefficients: what they are made of, the least squares that fit them, and how well
 * they do. Imports {@code cloud}, {@code diffusion}, {@code rng}, {@code crew} and EJML.
 */
package io.github.murmuration.score;
