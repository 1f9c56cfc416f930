/** The study {@code hjb-scores}: scores of points in the plane, fitted with the Hamilton-Jacobi-Bellman equation as a regulariser and without it. */
package io.github.murmuration.study.hjb;
