/**
 * Studies: experiments of many simulations, each in a package below this one. This package has their common code. Imports {@code sim}, {@code exact},
 * {@code backend}, {@code ensemble}, {@code rng}, {@code density}, {@code scenario} and, to write what was found, {@code report}; only
 * {@code cli} imports it.
 */
package io.github.murmuration.study;
