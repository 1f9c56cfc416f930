/**
 * The study {@code path-convergence}: how paths built from p patterns converge to the paths of the law that the patterns were drawn
 * from, and whether they can be extrapolated there.
 */
package io.github.murmuration.study.path;
