package io.github.murmuration.limit;

/** A way to a law by runs 0, 1, 2, ..., each twice as fine as the one before. */
interface Method {

    /** How many times less the leading error of a run is than that of the one before. */
    double factor();

    /** Coefficients that a run evaluates, in number. */
    double work(int run);

    Run run(int run);
}
