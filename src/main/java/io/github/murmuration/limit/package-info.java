/**
 * Laws of infinitely many agents on the line or on a ring that act on each other through means: the nonlinear Fokker-Planck equation by
 * finite volumes, and by characteristics where there is no noise. Fluctuations of finite populations about them. Imports {@code density}.
 */
package io.github.murmuration.limit;
