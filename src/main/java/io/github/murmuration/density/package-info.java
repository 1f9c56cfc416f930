/**
 * Target and initial laws in numbers: Gaussian mixtures in the eigenbasis of each component, their moments and the
 * posterior mean. Imports {@code scenario} and EJML.
 */
package io.github.murmuration.density;
