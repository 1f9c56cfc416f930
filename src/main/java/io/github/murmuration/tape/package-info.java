/**
 * Float32 programs: expressions become a graph in which equal values are one, and the graph becomes tapes, lists of
 * operations in a fixed order that every backend executes with the same bits. Imports {@code expression} and
 * {@code arithmetic} alone.
 */
package io.github.murmuration.tape;
