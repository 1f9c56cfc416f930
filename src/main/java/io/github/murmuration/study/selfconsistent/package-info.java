/** The study {@code self-consistent}: the guidance that equals the mean of the population under it, found by damped iteration with the exact mean and with a simulated one. */
package io.github.murmuration.study.selfconsistent;
