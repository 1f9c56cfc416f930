package io.github.murmuration.study.selfconsistent;

/** nu -> m[nu] at the points of the guidance, for several guesses at once. */
@FunctionalInterface
interface MeanMap {

    /**
     * @param guesses nu [guess][P][d].
     * @return E X at the same points [guess][P][d]
     */
    double[][][] at(double[][][] guesses);
}
