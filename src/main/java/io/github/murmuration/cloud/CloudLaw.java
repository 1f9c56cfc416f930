package io.github.murmuration.cloud;

/** A law of clouds: their points are exchangeable, but need not be independent. */
public interface CloudLaw {

    /** Number of coordinates d. */
    int dimension();

    /**
     * Cloud number {@code item} of a seed. Point i is a function of (seed, item, i): fewer points are the first of more.
     *
     * @param points n >= 1
     */
    Cloud draw(int points, long seed, int item);
}
