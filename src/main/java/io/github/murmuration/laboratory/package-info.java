/**
 * Mean-field games that generative models are: what each minimises, its optimal dynamics as a written model, and what is known exactly
 * about it. Imports {@code scenario}, {@code expression}, {@code density} and {@code grid}, and Hipparchus.
 */
package io.github.murmuration.laboratory;
