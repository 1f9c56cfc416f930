/** Sweeps: a scenario at every combination of values of some of its fields, with one table of all populations. */
package io.github.murmuration.study.sweep;
