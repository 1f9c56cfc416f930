/**
 * Experiments made of many simulations. Here: how paths built from p patterns converge to the paths of the law that the patterns
 * were drawn from. Imports {@code backend}, {@code ensemble}, {@code rng}, {@code density}, {@code scenario} and, to write what was
 * found, {@code report}; only {@code cli} imports it.
 */
package io.github.murmuration.study;
