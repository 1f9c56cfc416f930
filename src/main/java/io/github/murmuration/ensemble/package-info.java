/**
 * The population as data: the division of agents into tiles and blocks, the sampling of starts, and the fixed order of sums.
 * Imports {@code rng} and {@code density}.
 */
package io.github.murmuration.ensemble;
