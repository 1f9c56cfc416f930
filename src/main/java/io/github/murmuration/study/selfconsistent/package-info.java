/** The guidance that reproduces itself as the mean of the population, by damped iteration of the exact and of a simulated mean. */
package io.github.murmuration.study.selfconsistent;
