/**
 * Potential mean-field games on the line, solved in float64 on the host: finite volumes whose cells move with the law, Newton's method, and
 * refinement; Schroedinger systems and gradient flows on a fixed grid. Imports {@code density} and {@code expression}, and Hipparchus.
 */
package io.github.murmuration.grid;
