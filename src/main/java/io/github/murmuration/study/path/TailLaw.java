package io.github.murmuration.study.path;

import io.github.murmuration.study.LineFit;
import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * The law of D = sqrt(p)|x_p - x_inf| for p -> infinity, P(D > d) = E erfc(d / sqrt(2 V)), over paths of which the mean that drives
 * V is drawn wider than it is and weighted back (importance sampling), so that its tail is seen far out.
 *
 * @param variances V of each path
 * @param weights of each path, summing to about their number
 */
public record TailLaw(double[] variances, double[] weights) {

    /** How many standard deviations wider the state before the last step is drawn. */
    private static final double WIDENING = 3;

    private static final int POINTS = 25;

    /**
     * @param step n of the clock, at least 2.
     * @param paths to draw
     */
    public static TailLaw sample(LinearResponse response, int step, int paths, long seed) {
        double[] c = response.sensitivities(step);
        double[] variances = new double[paths];
        double[] weights = new double[paths];
        PathNoise noise = new PathNoise(seed, 0, paths, 1);
        double[][] states = response.paths(step, noise);
        double[] path = new double[step];
        double mean = response.mean(step - 1);
        double deviation = Math.sqrt(response.variance(step - 1));
        for (int i = 0; i < paths; i++) {
            double z = (states[step - 1][i] - mean) / deviation;
            for (int k = 0; k < step; k++) {
                double share = response.variance(k) * response.regression(k, step - 1) / response.variance(step - 1);
                path[k] = states[k][i] + share * (WIDENING - 1) * z * deviation;
            }
            variances[i] = response.variance(path, c);
            weights[i] = WIDENING * Math.exp(-0.5 * (WIDENING * WIDENING - 1) * z * z);
        }
        return new TailLaw(variances, weights);
    }

    /** P(D > d). */
    public double survival(double d) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Erf.erfc(d / Math.sqrt(2 * variances[i]));
        }
        return sum / weights.length;
    }

    /** d at which the survival is so large. */
    public double quantile(double survival) {
        double low = 1e-6;
        double high = 1e12;
        for (int i = 0; i < 60; i++) {
            double middle = Math.sqrt(low * high);
            if (survival(middle) > survival) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low * high);
    }

    /**
     * Exponent alpha of the tail by regression of log P on log d where P runs from 1e-3 to 1e-7, after what stands beside the power is
     * taken out: V is a double integral over times before tau, near its end proportional to z^2 exp(theta z^2), and the times that
     * matter lie within 1/z^2 of tau, so that V ~ z^-2 exp(theta z^2), P ~ d^-alpha z^-(alpha+1) with alpha = 1/theta, and z follows
     * from P, the tail of a standard normal on both sides.
     */
    public double exponent() {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double[] z = new double[POINTS];
        double from = Math.log(quantile(1e-3));
        double to = Math.log(quantile(1e-7));
        for (int i = 0; i < POINTS; i++) {
            x[i] = from + (to - from) * i / (POINTS - 1);
            y[i] = Math.log(survival(Math.exp(x[i])));
            z[i] = Math.sqrt(2) * Erf.erfcInv(Math.exp(y[i]));
        }
        double alpha = 2;
        for (int i = 0; i < 50; i++) {
            alpha = regress(x, y, z, alpha);
        }
        return alpha;
    }

    private static double regress(double[] x, double[] y, double[] z, double alpha) {
        double[] corrected = new double[POINTS];
        double[] ones = new double[POINTS];
        Arrays.fill(ones, 1);
        for (int i = 0; i < POINTS; i++) {
            corrected[i] = y[i] + (alpha + 1) * Math.log(z[i]);
        }
        return -LineFit.of(x, corrected, ones).slope();
    }
}
