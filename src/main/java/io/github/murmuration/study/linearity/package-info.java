/** The study {@code linearity}: the mean of finite populations compared with the straight line: bands, rates in N, the limits N to infinity and dt to 0. */
package io.github.murmuration.study.linearity;
