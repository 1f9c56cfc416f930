package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Posterior;
import io.github.murmuration.schedule.BackwardCoefficients;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Power by sampling g from its law, for targets without a product form. No time is stepped, so there is no bias. The start is
 * integrated out, the components are sampled systematically, and g comes in antithetic pairs about the centre of its component.
 */
record SampledPower(
        BackwardCoefficients backward, double[] initialMean, double[] initialVariance, GaussianMixture target) {

    private static final long SEED = 0x6d75726d75726174L;

    /**
     * Estimates at one time.
     *
     * @param power E u_j^2 [d]
     * @param variance squared standard error of their sum
     */
    record Estimate(double[] power, double variance) {}

    /** Operations that one pair takes, roughly. */
    double costOfPair() {
        double d = target.dimension();
        double rotations = target.diagonal() ? 0 : 2 * d * d;
        return 2 * target.components() * (rotations + 5 * d + 30);
    }

    /**
     * Power at t from that many pairs.
     * @param task alone decides the random numbers
     */
    Estimate at(double t, int task, int pairs) {
        Control control = Control.at(backward, t, initialMean);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + task);
        Pair pair = new Pair(control, target, random);
        double[] power = new double[initialMean.length];
        ComponentSample sample = new ComponentSample(target.weights(), pairs, random.nextDouble());
        for (int n = 0; n < pairs; n++) {
            sample.add(pair.draw(sample.next(), power));
        }
        for (int j = 0; j < power.length; j++) {
            power[j] = power[j] / pairs + control.startGain() * control.startGain() * initialVariance[j];
        }
        return new Estimate(power, sample.variance());
    }

    /** Draws antithetic pairs at one time. */
    private static final class Pair {

        private final Control control;
        private final GaussianMixture target;
        private final RandomGenerator random;
        private final Posterior posterior;
        private final double[] normals;
        private final double[] departure;
        private final double[] h;
        private final double[] yhat;

        Pair(Control control, GaussianMixture target, RandomGenerator random) {
            this.control = control;
            this.target = target;
            this.random = random;
            this.posterior = new Posterior(target, control.precision());
            this.normals = new double[target.dimension()];
            this.departure = new double[target.dimension()];
            this.h = new double[target.dimension()];
            this.yhat = new double[target.dimension()];
        }

        /** Adds the mean of u_j^2 over one pair of component k to power; returns its sum over j. */
        double draw(int k, double[] power) {
            for (int e = 0; e < normals.length; e++) {
                double spread = 1 + control.precision() * target.variances()[k][e];
                normals[e] = random.nextGaussian() * Math.sqrt(spread);
            }
            rotate(k);
            return (add(k, 1, power) + add(k, -1, power)) / 2;
        }

        private double add(int k, int sign, double[] power) {
            double[] means = target.means()[k];
            double rootPrecision = Math.sqrt(control.precision());
            for (int j = 0; j < h.length; j++) {
                h[j] = control.precision() * means[j] + sign * rootPrecision * departure[j];
            }
            posterior.mean(h, yhat);
            double total = 0;
            for (int j = 0; j < h.length; j++) {
                double g = rootPrecision * means[j] + sign * departure[j];
                double u = control.offset()[j] + control.b() * yhat[j] - control.informationGain() * g;
                power[j] += u * u / 2;
                total += u * u;
            }
            return total;
        }

        /** departure = Q_k normals. */
        private void rotate(int k) {
            if (target.diagonal()) {
                System.arraycopy(normals, 0, departure, 0, normals.length);
                return;
            }
            Arrays.fill(departure, 0);
            for (int i = 0; i < departure.length; i++) {
                for (int e = 0; e < normals.length; e++) {
                    departure[i] += target.rotations()[k][i][e] * normals[e];
                }
            }
        }
    }
}
