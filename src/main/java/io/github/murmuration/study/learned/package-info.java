/** The study {@code learned-scores}: scores that are fitted to clouds, with interactions between points and without, their losses, and the clouds that they generate. */
package io.github.murmuration.study.learned;
