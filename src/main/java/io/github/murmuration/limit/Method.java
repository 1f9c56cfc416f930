package io.github.murmuration.limit;

import java.util.Optional;

/** A way to a law by runs 0, 1, 2, ..., each twice as fine as the one before. */
interface Method {

    /** How many times less the leading error of a run is than that of the one before. */
    double factor();

    /** Coefficients that a run evaluates, in number. */
    double work(int run);

    Run run(int run);

    /** Of finite populations; empty where they are not known. */
    default Optional<Fluctuations> fluctuations() {
        return Optional.empty();
    }
}
