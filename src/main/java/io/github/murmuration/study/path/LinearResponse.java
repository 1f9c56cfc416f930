package io.github.murmuration.study.path;

import io.github.murmuration.ensemble.BackwardClock;
import java.util.Arrays;

/**
 * Small-step paths of p patterns to first order in 1/sqrt(p), for the target N(0, s^2) in one dimension. With x the path of
 * infinitely many patterns, sqrt(p)(x_p - x) at step n is, given x, Gaussian with mean 0 and variance
 *
 * <pre>
 * {@code V = sum_{k,l<n} c_k c_l G_kl},    c_k = r_k e_{k+1} ... e_{n-1},   r = dtau/tau,   e = 1 - r + r/(tau A),   A = a + 1/s^2
 * G_kl = E[ w_k(Y) w_l(Y) (Y - m_k)(Y - m_l) ],   Y ~ N(0, s^2),   m = h/A,   w_k(y) = N(y; m_k, 1/A_k) / N(y; 0, s^2)
 *      = s sqrt(A_k A_l / L) exp( (b^2/L - A_k m_k^2 - A_l m_l^2)/2 ) [ (b/L - m_k)(b/L - m_l) + 1/L ]
 * </pre>
 *
 * with L = A_k + A_l - 1/s^2 and b = A_k m_k + A_l m_l: the fluctuation of a weighted mean of p patterns. x itself is a linear
 * Gaussian recursion.
 */
public final class LinearResponse {

    private final BackwardClock clock;
    private final double start;
    private final double deviation;
    private final double[] precision;
    private final double[] factor;
    private final double[] mean;
    private final double[] variance;

    /**
     * @param start x_B.
     * @param deviation s > 0
     */
    public LinearResponse(BackwardClock clock, double start, double deviation) {
        this.clock = clock;
        this.start = start;
        this.deviation = deviation;
        int n = clock.steps();
        this.precision = new double[n];
        this.factor = new double[n];
        this.mean = new double[n + 1];
        this.variance = new double[n + 1];
        mean[0] = start;
        for (int k = 0; k < n; k++) {
            double share = clock.share(k);
            precision[k] = clock.precision(k) + 1 / (deviation * deviation);
            factor[k] = 1 - share + share / (clock.tau(k) * precision[k]);
            mean[k + 1] = factor[k] * mean[k] - share * start / (clock.horizon() * precision[k]);
            variance[k + 1] = factor[k] * factor[k] * variance[k] + clock.spread(k) * clock.spread(k);
        }
    }

    /** The same start and target on another clock. */
    LinearResponse on(BackwardClock other) {
        return new LinearResponse(other, start, deviation);
    }

    /** E x_k. */
    double mean(int k) {
        return mean[k];
    }

    /** Var x_k. */
    public double variance(int k) {
        return variance[k];
    }

    /** Cov(x_k, x_l) / Var x_k for {@code k <= l}: e_k ... e_{l-1}. */
    double regression(int k, int l) {
        double product = 1;
        for (int i = k; i < l; i++) {
            product *= factor[i];
        }
        return product;
    }

    /** m_k at a state. */
    double posteriorMean(int k, double x) {
        return (x / clock.tau(k) - start / clock.horizon()) / precision[k];
    }

    /** c_0, ..., c_{n-1} of step n. */
    double[] sensitivities(int n) {
        double[] c = new double[n];
        double product = 1;
        for (int k = n - 1; k >= 0; k--) {
            c[k] = clock.share(k) * product;
            product *= factor[k];
        }
        return c;
    }

    /** Paths of infinitely many patterns {@code [k < n][path]}. */
    double[][] paths(int n, PathNoise noise) {
        double[][] states = new double[n][noise.paths()];
        double[] xi = new double[noise.paths()];
        Arrays.fill(states[0], start);
        for (int k = 0; k + 1 < n; k++) {
            noise.normals(k, xi);
            for (int i = 0; i < xi.length; i++) {
                double departure = states[k][i] - mean[k];
                states[k + 1][i] = mean[k + 1] + factor[k] * departure + clock.spread(k) * xi[i];
            }
        }
        return states;
    }

    /**
     * V of step n given a path.
     * @param path x_0, ..., x_{n-1}.
     * @param c sensitivities of step n
     */
    double variance(double[] path, double[] c) {
        double[] m = new double[c.length];
        for (int k = 0; k < m.length; k++) {
            m[k] = posteriorMean(k, path[k]);
        }
        double sum = 0;
        for (int k = 0; k < m.length; k++) {
            sum += c[k] * c[k] * fluctuation(k, k, m[k], m[k]);
            for (int l = 0; l < k; l++) {
                sum += 2 * c[k] * c[l] * fluctuation(k, l, m[k], m[l]);
            }
        }
        return sum;
    }

    /** G_kl. */
    private double fluctuation(int k, int l, double mk, double ml) {
        double product = precision[k] + precision[l] - 1 / (deviation * deviation);
        double top = (precision[k] * mk + precision[l] * ml) / product;
        double exponent = product * top * top - precision[k] * mk * mk - precision[l] * ml * ml;
        double scale = deviation * Math.sqrt(precision[k] * precision[l] / product);
        return scale * Math.exp(0.5 * exponent) * ((top - mk) * (top - ml) + 1 / product);
    }

    /** E V of step n, the mean square of sqrt(p)(x_p - x), exactly; infinite where it does not exist. */
    public double meanSquare(int n) {
        double[] c = sensitivities(n);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double covariance = 1;
            sum += c[k] * c[k] * new PairMean(this, k, k, 1).value();
            for (int l = k - 1; l >= 0; l--) {
                covariance *= factor[l];
                sum += 2 * c[k] * c[l] * new PairMean(this, k, l, covariance).value();
            }
        }
        return sum;
    }

    /** dm_k / dx_k. */
    double slope(int k) {
        return 1 / (clock.tau(k) * precision[k]);
    }

    double precision(int k) {
        return precision[k];
    }

    double deviation() {
        return deviation;
    }

    /** Exponent of the tail P(|sqrt(p)(x_p - x)| > d) ~ d^-alpha at time tau in continuous time: 2 + 1/(s^2 (1/tau - 1/B)). */
    public double exponent(double tau) {
        return 2 + 1 / (deviation * deviation * (1 / tau - 1 / clock.horizon()));
    }

    /** The same on this clock: 1/theta where V ~ exp(theta Z^2) is driven by the last mean before step n. */
    public double discreteExponent(int n) {
        int k = n - 1;
        double square = slope(k) * slope(k) * variance[k];
        return (2 * deviation * deviation * precision[k] - 1) / (square * precision[k]);
    }
}
