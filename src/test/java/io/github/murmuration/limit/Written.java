package io.github.murmuration.limit;

import io.github.murmuration.density.GaussianMixture;
import java.util.function.DoubleUnaryOperator;

/** Equations and starts written down in one line. The cost is x^2 / 2. */
record Written(Coefficient b, Coefficient s, DoubleUnaryOperator... phi) implements Equation {

    /** One end at infinity. */
    static final double OPEN = Double.POSITIVE_INFINITY;

    static final Atoms UNMARKED = Atoms.point(0);

    interface Coefficient {
        double at(double t, double x, double theta, double[] means);
    }

    /** dX = (-k X + coupling (m - X)) dt + s dW. */
    static Written ornsteinUhlenbeck(double k, double coupling, double s) {
        return new Written((t, x, theta, m) -> -k * x + coupling * (m[0] - x), (t, x, theta, m) -> s, x -> x);
    }

    /** dX = (X - X^3 + coupling (m - X)) dt + s dW. */
    static Written desaiZwanzig(double coupling, double s) {
        return new Written((t, x, theta, m) -> x - x * x * x + coupling * (m[0] - x), (t, x, theta, m) -> s, x -> x);
    }

    /** dX = (theta + coupling (S cos X - C sin X)) dt + s dW. */
    static Written kuramoto(double coupling, double s) {
        return new Written(
                (t, x, theta, m) -> theta + coupling * (m[1] * Math.cos(x) - m[0] * Math.sin(x)),
                (t, x, theta, m) -> s,
                Math::cos,
                Math::sin);
    }

    static GaussianMixture gaussian(double mean, double deviation) {
        return new GaussianMixture(
                new double[] {1}, new double[][] {{mean}}, new double[][] {{deviation * deviation}}, null);
    }

    @Override
    public int features() {
        return phi.length;
    }

    @Override
    public double drift(double t, double x, double theta, double[] means) {
        return b.at(t, x, theta, means);
    }

    @Override
    public double noise(double t, double x, double theta, double[] means) {
        return s.at(t, x, theta, means);
    }

    @Override
    public void features(double t, double x, double theta, double[] into) {
        for (int f = 0; f < phi.length; f++) {
            into[f] = phi[f].applyAsDouble(x);
        }
    }

    @Override
    public double cost(double t, double x, double theta, double[] means) {
        return x * x / 2;
    }
}
