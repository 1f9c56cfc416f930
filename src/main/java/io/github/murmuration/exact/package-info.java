/** What is known without simulating: moments at every time, and energy and power by quadrature. Imports {@code schedule} and below. */
package io.github.murmuration.exact;
