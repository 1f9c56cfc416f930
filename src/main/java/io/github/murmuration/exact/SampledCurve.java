package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import java.util.Arrays;
import java.util.List;

/**
 * Power by direct sampling, and the energy from the entropy of the target.
 *
 * <p>The energy of a target p is that of the Gaussian with the same mean and covariance plus 2 (H(Gaussian) - H(p)), whatever
 * the start, the protocol and the guidance: see {@code src/site/markdown/mathematics.md}, section 4. Its parts by coordinate are
 * integrals of the sampled power, scaled to that sum.
 */
final class SampledCurve {

    /** Relative standard error of the integral of the sampled power, and the number of operations that sampling stops at. */
    private static final double STANDARD_ERROR = 2e-4;

    private static final double OPERATIONS = 1e9;
    private static final int PILOT_PAIRS = 64;
    private static final int MOST_PAIRS = 1 << 20;

    /** Where the energy diverges only the power is wanted, at that many times, with a fraction of the operations. */
    private static final int STEPS = 50;

    private static final double SHARE_WITHOUT_ENERGY = 0.1;
    private static final double TIME_TOLERANCE = 1e-6;

    private final SampledPower law;
    private final Crew<?> crew;

    SampledCurve(SampledPower law, Crew<?> crew) {
        this.law = law;
        this.crew = crew;
    }

    PowerCurve curve() {
        double[] breaks = law.backward().protocol().breaks();
        if (law.target().singular()) {
            double[] times = QuadratureCurve.equalTimes(breaks, STEPS);
            double[] noWeights = new double[times.length];
            return curve(times, noWeights, affordable(SHARE_WITHOUT_ENERGY * OPERATIONS, times.length));
        }
        AdaptiveQuadrature.Nodes nodes = QuadratureCurve.timeNodes(timeScales(), breaks, TIME_TOLERANCE);
        PowerCurve pilot = curve(nodes.points(), nodes.weights(), PILOT_PAIRS);
        double excess = pilot.standardError()
                / (STANDARD_ERROR * Arrays.stream(pilot.energy()).sum());
        int affordable = affordable(OPERATIONS, nodes.points().length);
        int pairs = (int) Math.min(Math.max(PILOT_PAIRS, PILOT_PAIRS * excess * excess), affordable);
        return withEnergy(curve(nodes.points(), nodes.weights(), pairs), breaks);
    }

    private PowerCurve withEnergy(PowerCurve sampled, double[] breaks) {
        GaussianMixture whole = whole();
        PowerFunction gaussian = gaussian(whole);
        double energy =
                Arrays.stream(QuadratureCurve.energy(gaussian, breaks, crew)).sum();
        MixtureEntropy entropy = MixtureEntropy.of(law.target(), crew);
        energy += 2 * (MixtureEntropy.ofGaussian(whole.variances()[0]) - entropy.value());
        double scale = energy / Arrays.stream(sampled.energy()).sum();
        double[] parts =
                Arrays.stream(sampled.energy()).map(part -> scale * part).toArray();
        return new PowerCurve(sampled.times(), sampled.power(), parts, 2 * entropy.standardError());
    }

    private int affordable(double operations, int times) {
        return (int) Math.max(4, Math.min(MOST_PAIRS, operations / (law.costOfPair() * times)));
    }

    private PowerCurve curve(double[] times, double[] weights, int pairs) {
        List<SampledPower.Estimate> estimates = crew.map(times.length, i -> law.at(times[i], i, pairs));
        double[][] power = new double[times.length][];
        double variance = 0;
        for (int i = 0; i < times.length; i++) {
            power[i] = estimates.get(i).power();
            variance += weights[i] * weights[i] * estimates.get(i).variance();
        }
        return new PowerCurve(times, power, PowerCurve.integrate(weights, power), Math.sqrt(variance));
    }

    /** A law with the time scales of the target: those of its widest and narrowest component, and of the whole. */
    private PowerFunction timeScales() {
        GaussianMixture target = law.target();
        double[] mean = target.mean();
        double[] variances = Arrays.stream(target.variances())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        PowerFunction narrow = isotropic(mean, Arrays.stream(variances).min().getAsDouble());
        PowerFunction wide = isotropic(mean, Arrays.stream(variances).max().getAsDouble());
        PowerFunction whole = gaussian(whole());
        return t -> new double[] {narrow.total(t), wide.total(t), whole.total(t)};
    }

    /** The Gaussian with the mean and the covariance of the target. */
    private GaussianMixture whole() {
        return gaussian(law.target().mean(), new Covariance.Full(law.target().covariance()));
    }

    private PowerFunction isotropic(double[] mean, double variance) {
        double[] deviations = new double[mean.length];
        Arrays.fill(deviations, Math.sqrt(variance));
        return gaussian(gaussian(mean, new Covariance.Diagonal(deviations)));
    }

    private PowerFunction gaussian(GaussianMixture gaussian) {
        return new GaussianPower(law.backward(), law.initialMean(), law.initialVariance(), gaussian);
    }

    private static GaussianMixture gaussian(double[] mean, Covariance covariance) {
        return GaussianMixture.of(
                new Law.Mixture(new double[] {1}, new double[][] {mean}, new Covariance[] {covariance}));
    }
}
