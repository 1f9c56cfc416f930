/** How far a number of steps is from infinitely many, for models that are written down: runs with n, 2n, 4n... steps share their noise. */
package io.github.murmuration.study.step;
