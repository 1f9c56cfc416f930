/**
 * What is known without simulating: moments at every time, and power and energy by quadrature or direct sampling; of models
 * that were written down, limit laws and moments of linear ones. Imports {@code schedule}, {@code model} and {@code limit} and below, and
 * Hipparchus.
 */
package io.github.murmuration.exact;
