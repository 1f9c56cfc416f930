/**
 * Experiments made of many simulations, each in a package of its own; here what they share. Imports {@code sim}, {@code exact},
 * {@code backend}, {@code ensemble}, {@code rng}, {@code density}, {@code scenario} and, to write what was found, {@code report}; only
 * {@code cli} imports it.
 */
package io.github.murmuration.study;
