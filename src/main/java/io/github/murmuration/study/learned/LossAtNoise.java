package io.github.murmuration.study.learned;

import io.github.murmuration.score.Loss;

/**
 * Losses of scores on clouds that none was fitted to, on the same noise.
 *
 * @param exact of the score itself
 * @param interacting of the fit with pairs
 * @param independent of the fit with B = 0
 * @param decided share of the coefficients that the clouds decide, and not the ridge
 */
record LossAtNoise(double u, Loss exact, Loss interacting, Loss independent, double decided) {

    /** What the fit with pairs loses beyond the score itself. */
    Loss excess() {
        return interacting.minus(exact);
    }

    /** What the fit with B = 0 loses beyond the score itself. */
    Loss independentExcess() {
        return independent.minus(exact);
    }
}
