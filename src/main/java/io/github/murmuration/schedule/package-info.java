/**
 * From protocol, guidance and laws to the drift schedule: one row of float32 coefficients per step, computed in double
 * precision. Backends know nothing else of the mathematics. Imports {@code scenario} and {@code density}.
 */
package io.github.murmuration.schedule;
