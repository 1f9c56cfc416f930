/**
 * What is known without simulating: moments at every time, and power and energy by quadrature or direct sampling. Imports
 * {@code schedule} and below, and Hipparchus.
 */
package io.github.murmuration.exact;
