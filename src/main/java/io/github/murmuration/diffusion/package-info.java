/**
 * Clouds made by reverse diffusion: the forward process, scores of clouds, and the reverse process as a written model whose replicas are
 * clouds. Imports {@code cloud}, {@code scenario}, {@code density}, {@code rng} and what runs models.
 */
package io.github.murmuration.diffusion;
