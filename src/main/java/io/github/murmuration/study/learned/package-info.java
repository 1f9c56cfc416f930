/** Scores of clouds learned from clouds: their losses, and the clouds that they generate, with interactions between points and without. */
package io.github.murmuration.study.learned;
