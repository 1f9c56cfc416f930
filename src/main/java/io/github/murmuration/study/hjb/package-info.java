/** Scores of points in the plane, fitted with the Hamilton-Jacobi-Bellman equation as a regulariser and without: what it gains and costs. */
package io.github.murmuration.study.hjb;
