package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Differential entropy H = -int p log p of a Gaussian mixture with a density,
 *
 * <pre>
 * H = sum_k w_k (H_k - log w_k) + overlap      overlap = E log P(component | Y), between -log C and 0
 * </pre>
 *
 * where H_k is the entropy of component k. Only the overlap is not in closed form; it is next to 0 when components are apart. It is an
 * integral where coordinates are independent, and sampled elsewhere.
 *
 * @param value H
 * @param standardError of the sampling; 0 where there is none
 */
record MixtureEntropy(double value, double standardError) {

    private static final long SEED = 0x656e74726f7079L;
    private static final int TASKS = 64;
    private static final int MOST_DRAWS = 1 << 14;
    private static final double OPERATIONS = 5e8;

    static MixtureEntropy of(GaussianMixture law, Crew<?> crew) {
        double entropy = 0;
        for (int k = 0; k < law.components(); k++) {
            entropy += law.weights()[k] * (ofGaussian(law.variances()[k]) - Math.log(law.weights()[k]));
        }
        if (law.components() == 1) {
            return new MixtureEntropy(entropy, 0);
        }
        if (CoordinatewisePower.independent(law)) {
            return new MixtureEntropy(entropy + OverlapIntegral.of(law), 0);
        }
        double[] logScales = logScales(law);
        int draws = draws(law);
        List<ComponentSample> samples = crew.map(TASKS, task -> new Overlap(law, logScales, task).sample(draws));
        double variance = 0;
        for (ComponentSample sample : samples) {
            entropy += sample.mean() / TASKS;
            variance += sample.variance() / TASKS / TASKS;
        }
        return new MixtureEntropy(entropy, Math.sqrt(variance));
    }

    /** Entropy of a Gaussian whose covariance has these eigenvalues: sum of log(2 pi e l)/2. */
    static double ofGaussian(double[] eigenvalues) {
        double sum = 0;
        for (double l : eigenvalues) {
            sum += 0.5 * Math.log(2 * Math.PI * Math.E * l);
        }
        return sum;
    }

    private static int draws(GaussianMixture law) {
        double d = law.dimension();
        double cost = law.components() * ((law.diagonal() ? 0 : d * d) + 3 * d + 30);
        return (int) Math.max(4, Math.min(MOST_DRAWS, OPERATIONS / cost / TASKS));
    }

    /** log w_k - sum log(l)/2. */
    private static double[] logScales(GaussianMixture law) {
        double[] scales = new double[law.components()];
        for (int k = 0; k < scales.length; k++) {
            scales[k] = Math.log(law.weights()[k]);
            for (double l : law.variances()[k]) {
                scales[k] -= 0.5 * Math.log(l);
            }
        }
        return scales;
    }

    /** Draws of log P(component | Y), Y from that component. */
    private static final class Overlap {

        private final GaussianMixture law;
        private final double[] logScales;
        private final RandomGenerator random;
        private final double[][] rotatedMeans;
        private final double[] inBasis;
        private final double[] y;

        Overlap(GaussianMixture law, double[] logScales, int task) {
            this.law = law;
            this.logScales = logScales;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + task);
            this.rotatedMeans = law.rotatedMeans();
            this.inBasis = new double[law.dimension()];
            this.y = new double[law.dimension()];
        }

        ComponentSample sample(int draws) {
            ComponentSample sample = new ComponentSample(law.weights(), draws, random.nextDouble());
            for (int n = 0; n < draws; n++) {
                int component = sample.next();
                draw(component);
                sample.add(logProbability(component));
            }
            return sample;
        }

        private double logProbability(int component) {
            double own = logWeight(component);
            double others = 0;
            for (int k = 0; k < law.components(); k++) {
                others += k == component ? 0 : Math.exp(logWeight(k) - own);
            }
            return -Math.log1p(others);
        }

        private double logWeight(int k) {
            double exponent = 0;
            for (int e = 0; e < inBasis.length; e++) {
                double departure = along(k, e) - rotatedMeans[k][e];
                exponent += departure * departure / law.variances()[k][e];
            }
            return logScales[k] - 0.5 * exponent;
        }

        /** Coordinate e of y in the eigenbasis of component k. */
        private double along(int k, int e) {
            if (law.diagonal()) {
                return y[e];
            }
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += law.rotations()[k][i][e] * y[i];
            }
            return sum;
        }

        private void draw(int k) {
            for (int e = 0; e < inBasis.length; e++) {
                inBasis[e] = random.nextGaussian() * Math.sqrt(law.variances()[k][e]);
            }
            for (int i = 0; i < y.length; i++) {
                double sum = law.diagonal() ? inBasis[i] : 0;
                for (int e = 0; !law.diagonal() && e < inBasis.length; e++) {
                    sum += law.rotations()[k][i][e] * inBasis[e];
                }
                y[i] = law.means()[k][i] + sum;
            }
        }
    }
}
