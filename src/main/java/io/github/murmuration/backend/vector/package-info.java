/**
 * The same arithmetic as the scalar reference, a vector of agents at a time, through {@code jdk.incubator.vector}. Only this
 * package imports that module.
 *
 * <p>Work is done in passes: a method reads arrays and writes arrays, and no vector goes in or out. The compiler parses some hundred nodes
 * for every operation; where a unit has 18,000 (NodeCountInliningCutoff) it inlines the operations still, but no method of ours, and a
 * vector that a method takes or returns is an object on the heap then: the loop is ten times slower. So broadcasts stand before loops, or
 * constants are vectors made once, and formulas are written out in their pass, but for small ones of passes that are small. Passes that
 * would make their callers too large are called through Apart.
 *
 * <p>Values of pairs of agents are the exception: their tape becomes the code of a class (PairLoopMaker), in which all operations on a pair
 * are calls of methods of vectors, which are inlined however many there are, between registers. A loop has few enough of them for the
 * compiler; logarithms and the like remain passes.
 */
package io.github.murmuration.backend.vector;
