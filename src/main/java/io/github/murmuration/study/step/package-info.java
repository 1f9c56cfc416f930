/** The study {@code step-convergence}: the error of a finite number of steps, for written models, by runs with n, 2n, 4n, ... steps on the same noise. */
package io.github.murmuration.study.step;
