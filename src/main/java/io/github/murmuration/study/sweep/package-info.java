/** A scenario at every combination of values of some of its fields: populations side by side, one table. */
package io.github.murmuration.study.sweep;
