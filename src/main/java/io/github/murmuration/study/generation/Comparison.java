package io.github.murmuration.study.generation;

import org.hipparchus.special.Erf;

/**
 * A value of the generated clouds beside what it should be.
 *
 * @param error standard error of what was found
 * @param steps what these steps end with, exactly; NaN where it is not known
 * @param law what clouds of the law have; NaN where it is not known
 * @param pValue probability that chance alone takes it as far; NaN where nothing is tested
 */
record Comparison(String quantity, double found, double error, double steps, double law, double pValue) {

    /** That of three standard errors, two-sided. */
    static final double LEAST = 0.0027;

    /** Compared by its standard error with what the steps end with, or with the law where that is not known. */
    static Comparison byError(String quantity, double found, double error, double steps, double law) {
        double expected = Double.isNaN(steps) ? law : steps;
        double pValue = Erf.erfc(Math.abs(found - expected) / error / Math.sqrt(2));
        return new Comparison(quantity, found, error, steps, law, pValue);
    }

    boolean differs() {
        return pValue < LEAST;
    }

    boolean tested() {
        return !Double.isNaN(pValue);
    }

    String verdict() {
        if (!tested()) {
            return "-";
        }
        return differs() ? "differs" : "agrees";
    }
}
