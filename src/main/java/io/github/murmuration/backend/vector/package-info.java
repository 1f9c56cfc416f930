/**
 * The same arithmetic as the scalar reference, a vector of agents at a time, through {@code jdk.incubator.vector}. Only this
 * package imports that module.
 *
 * <p>Work is done in passes: a method that reads arrays and writes arrays, and has no vector as an argument or a result. The reason is the compiler. It
 * makes some hundred nodes of every operation. When a compilation unit has 18,000 nodes (NodeCountInliningCutoff) it still inlines the operations, but no
 * method of this package; a vector that such a method takes or returns is then an object on the heap, and the loop is ten times slower. So broadcasts are
 * before loops, or constants are vectors that are made once, and a pass contains its formulas, except small formulas of small passes. Passes that
 * would make their callers too large are called through Apart.
 *
 * <p>Values of pairs of agents are the exception: their tape becomes the code of a class (PairLoopMaker), in which every operation on a pair
 * is a call of a method of vectors. These calls are always inlined, and their values stay in registers. A loop is kept small enough for the
 * compiler; logarithms and similar functions remain passes.
 */
package io.github.murmuration.backend.vector;
