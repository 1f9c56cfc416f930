package io.github.murmuration.grid;

/** A cost F(rho) of a law on the line, over cells that keep the masses m of it. */
public interface LawCost {

    /**
     * What an agent at x pays, of which F is the mean over rho.
     * @param logDensity of rho at x
     */
    double share(double x, double logDensity);

    /**
     * dF/drho at x, up to a constant.
     * @param logDensity of rho at x
     */
    double variation(double x, double logDensity);

    /**
     * Adds weight times the part of a cell to a term of its ends.
     *
     * @param logMass log m
     * @param low may be minus infinity
     * @param high may be infinity
     */
    void add(double logMass, double low, double high, double weight, Term term);
}
