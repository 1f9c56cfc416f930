package io.github.murmuration.exact;

/** Power at any time. */
@FunctionalInterface
interface PowerFunction {

    /** E u_j^2 [d] at t in [0, 1). */
    double[] at(double t);

    /** E |u|^2 at t. */
    default double total(double t) {
        double sum = 0;
        for (double power : at(t)) {
            sum += power;
        }
        return sum;
    }
}
