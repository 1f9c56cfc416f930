/**
 * Clouds of exchangeable points in one, two or three dimensions, and laws that they are drawn from. Imports {@code density} and
 * {@code rng}.
 */
package io.github.murmuration.cloud;
