/**
 * Linear-quadratic-Gaussian steering: Riccati and linear equations through the exponential of the Hamiltonian matrix. Imports
 * {@code scenario}, {@code density}, {@code schedule} and EJML.
 */
package io.github.murmuration.schedule.lqg;
