package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;

/**
 * Derivatives by u of what a {@link Diffusion} does to laws.
 *
 * @param scale a'
 * @param variance (s^2)'
 * @param doubled (a^2)'
 */
record NoiseRates(double scale, double variance, double doubled) {

    NoiseRates(Diffusion diffusion, double u) {
        this(
                -diffusion.pull() * diffusion.rate(u) * diffusion.scale(u),
                diffusion.rate(u) * (1 - 2 * diffusion.pull() * diffusion.variance(u)),
                -2 * diffusion.pull() * diffusion.rate(u) * diffusion.scale(u) * diffusion.scale(u));
    }

    /** Of a^2 p^2 + s^2 q^2. */
    double ofSquare(double p, double q) {
        return p * p * doubled + q * q * variance;
    }
}
