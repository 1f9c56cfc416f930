/**
 * The same arithmetic as the scalar reference, a vector of agents at a time, through {@code jdk.incubator.vector}. Only this
 * package imports that module.
 */
package io.github.murmuration.backend.vector;
