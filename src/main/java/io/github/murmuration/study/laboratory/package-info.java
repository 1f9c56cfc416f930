/**
 * The study {@code laboratory}: generative models as mean-field games, what each costs by its particles and exactly, the laws that it reaches,
 * and its Hamilton-Jacobi-Bellman residual.
 */
package io.github.murmuration.study.laboratory;
