/** The realised mean of finite populations against the straight line: bands, rates in N, the limits N to infinity and dt to 0. */
package io.github.murmuration.study.linearity;
