/**
 * The same arithmetic as the scalar reference, a vector of agents at a time, through {@code jdk.incubator.vector}. Only this
 * package imports that module.
 *
 * <p>Work is done in passes of a few vector operations over the 256 columns of a row, each a method of its own. The compiler parses some
 * hundred nodes for every operation and stops inlining at 18,000 (NodeCountInliningCutoff); from there on every vector is an object on the
 * heap, and the pass ten times slower. So constants are vectors made once, broadcasts stand before loops, and choices are made with the bits
 * of integers where a mask would be as many nodes again.
 */
package io.github.murmuration.backend.vector;
