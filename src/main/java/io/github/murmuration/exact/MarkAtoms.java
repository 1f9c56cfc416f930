package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.limit.Atoms;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Mark;
import java.util.Arrays;
import java.util.List;

/**
 * The law of a mark by two quadrature rules, of which the difference tells what they err by: agents turn at rates that the mark gives, and
 * a rule knows what they do on average until they have turned once between two of its points.
 *
 * @param density of the points: 1 where noise makes agents forget, more where it does not
 */
record MarkAtoms(Mark mark, int density) {
    /** Points of the coarse rule over those of the fine one. */
    private static final double COARSER = 0.8;

    /** Of the fine rule, in the deviations of a component. */
    private static final double SHARE = 0.75;

    private static final int UNIFORM_POINTS = 20;
    private static final double CAUCHY_SPACING = 0.4;

    Atoms fine() {
        return points(density);
    }

    Atoms coarse() {
        return points(density * COARSER);
    }

    private Atoms points(double times) {
        if (mark instanceof Mark.Gaussian gaussian) {
            return mixture(List.of(1.0), List.of(gaussian.mean()), List.of(gaussian.standardDeviation()), times);
        }
        if (mark instanceof Mark.Mixture mixture) {
            return mixture(mixture.weights(), mixture.means(), mixture.standardDeviations(), times);
        }
        if (mark instanceof Mark.Uniform uniform) {
            return Atoms.uniform(uniform.low(), uniform.high(), (int) (UNIFORM_POINTS * times));
        }
        if (mark instanceof Mark.Cauchy cauchy) {
            return Atoms.cauchy(cauchy.location(), cauchy.scale(), CAUCHY_SPACING / times);
        }
        return samples(array(((Mark.Samples) mark).values()));
    }

    private static Atoms samples(double[] values) {
        double[] points = Arrays.stream(values).sorted().distinct().toArray();
        double[] weights = Arrays.stream(points)
                .map(point ->
                        Arrays.stream(values).filter(value -> value == point).count() / (double) values.length)
                .toArray();
        return new Atoms(points, weights);
    }

    private static Atoms mixture(List<Double> weights, List<Double> means, List<Double> deviations, double times) {
        double[][] points = means.stream().map(mean -> new double[] {mean}).toArray(double[][]::new);
        Covariance[] covariances =
                deviations.stream().map(Covariance::standardDeviations).toArray(Covariance[]::new);
        return Atoms.of(GaussianMixture.of(new Law.Mixture(array(weights), points, covariances)), SHARE / times);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
