/**
 * What is known without simulating: moments at every time, and power and energy by quadrature or direct sampling; of written
 * models, limit laws, and moments where they are linear. Imports {@code schedule}, {@code model} and {@code limit} and below, and
 * Hipparchus.
 */
package io.github.murmuration.exact;
