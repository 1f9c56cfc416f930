package io.github.murmuration.score;

/**
 * Length that scores are measured in the inverse of, sqrt(a^2 r^2 + s^2): what noise makes of the finest length of clouds.
 *
 * @param resolution r > 0, the finest length that clouds have
 */
record Unit(double resolution) {

    /** Name of its inverse in texts. */
    static final String INVERSE = "q";

    /**
     * @param scale a.
     * @param variance s^2
     */
    double at(double scale, double variance) {
        return Math.sqrt(scale * scale * resolution * resolution + variance);
    }

    /** The inverse in the language of models. */
    String inverse() {
        return "1/sqrt(a^2*" + resolution + "^2 + s2)";
    }
}
