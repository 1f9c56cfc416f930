package io.github.murmuration.score;

/** A score, or an estimate of it, in float64. */
public interface PointScore {

    /** S [n][d] at the points [n][d] of a cloud at noise u. */
    double[][] at(double u, double[][] points);
}
