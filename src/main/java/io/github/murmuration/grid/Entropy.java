package io.github.murmuration.grid;

/**
 * factor E log rho(X), less by the entropy the wider a law is: the sum of m log(m / width) over cells, tails left out.
 * @param factor >= 0
 */
public record Entropy(double factor) implements LawCost {

    @Override
    public double share(double x, double logDensity) {
        return factor * logDensity;
    }

    @Override
    public double variation(double x, double logDensity) {
        return factor * logDensity;
    }

    @Override
    public void add(double logMass, double low, double high, double weight, Term term) {
        if (Double.isFinite(high - low)) {
            double mass = weight * factor * Math.exp(logMass);
            term.value += mass * logMass;
            term.addLogWidth(-mass, high - low);
        }
    }
}
