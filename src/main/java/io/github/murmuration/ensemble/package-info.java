/**
 * The population as data: how agents are cut into tiles and blocks, how starts are drawn, and the fixed shape of reductions.
 * Imports {@code rng} and {@code density}.
 */
package io.github.murmuration.ensemble;
