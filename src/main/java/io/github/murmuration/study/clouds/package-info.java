/** The study {@code cloud-diffusion}: the quality of generated clouds by the number of points and of steps, with branching, and with independent points. */
package io.github.murmuration.study.clouds;
