/**
 * Scores that are learned from clouds or from points, linear in their coefficients: what they are made of, the least squares that fit them,
 * how well they do, and the Hamilton-Jacobi-Bellman residual of scores. Imports {@code cloud}, {@code density}, {@code diffusion},
 * {@code rng}, {@code crew} and EJML.
 */
package io.github.murmuration.score;
