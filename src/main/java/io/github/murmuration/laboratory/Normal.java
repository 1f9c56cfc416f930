package io.github.murmuration.laboratory;

/** A Gaussian law on the line. */
record Normal(double mean, double variance) {

    double deviation() {
        return Math.sqrt(variance);
    }

    /** log of the density at x over that of another. */
    double logRatio(Normal other, double x) {
        double own = (x - mean) * (x - mean) / variance;
        double others = (x - other.mean) * (x - other.mean) / other.variance;
        return 0.5 * (others - own + Math.log(other.variance / variance));
    }

    /** Relative entropy KL(this || other). */
    double relativeEntropy(Normal other) {
        double departure = mean - other.mean;
        double ratio = variance / other.variance;
        return 0.5 * (departure * departure / other.variance + ratio - 1 - Math.log(ratio));
    }
}
