/** The time loop, its observers and what they found. Imports {@code backend} and below; never {@code report} or {@code cli}. */
package io.github.murmuration.sim;
