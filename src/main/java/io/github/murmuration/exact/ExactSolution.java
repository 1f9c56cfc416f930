package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.GuidancePath;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Exact values of one guidance in continuous time: moments in closed form; power and energy by quadrature where the target is a
 * Gaussian or a product of few components; otherwise power by direct sampling, and the energy by quadrature plus the sampled
 * entropy of the target. See {@code src/site/markdown/mathematics.md}, section 4.
 */
public final class ExactSolution {

    /** Equal steps of the times among which the largest deviation from the line is looked for, besides those of the curve. */
    private static final int DEVIATION_STEPS = 400;

    private final BackwardCoefficients backward;
    private final GaussianMixture target;
    private final double[] initialMean;
    private final double[] initialVariance;
    private final double[] targetMean;
    private final double[][] targetCovariance;

    private ExactSolution(BackwardCoefficients backward, GaussianMixture initial, GaussianMixture target) {
        this.backward = backward;
        this.target = target;
        this.initialMean = initial.mean();
        this.initialVariance = diagonal(initial.covariance());
        this.targetMean = target.mean();
        this.targetCovariance = target.covariance();
    }

    /** Solves for one guidance. The same input gives the same result, for every number of threads. */
    public static ExactResult of(
            Protocol protocol, GuidancePath guidance, GaussianMixture initial, GaussianMixture target, Crew<?> crew) {
        return of(new BackwardCoefficients(protocol, guidance), initial, target, crew);
    }

    /** Solves for the guidance that the coefficients were made for. */
    public static ExactResult of(
            BackwardCoefficients backward, GaussianMixture initial, GaussianMixture target, Crew<?> crew) {
        ExactSolution solution = new ExactSolution(backward, initial, target);
        return solution.result(solution.powerCurve(crew));
    }

    private PowerCurve powerCurve(Crew<?> crew) {
        double[] breaks = backward.protocol().breaks();
        return powerLaw(backward, initialMean, initialVariance, target)
                .map(law -> QuadratureCurve.of(law, breaks, !target.singular(), crew))
                .orElseGet(
                        () -> new SampledCurve(new SampledPower(backward, initialMean, initialVariance, target), crew)
                                .curve());
    }

    /** Power without sampling error; empty where the target lets it be sampled alone. */
    static Optional<PowerFunction> powerLaw(
            BackwardCoefficients backward, double[] initialMean, double[] initialVariance, GaussianMixture target) {
        if (target.components() == 1) {
            return Optional.of(new GaussianPower(backward, initialMean, initialVariance, target));
        }
        return CoordinatewisePower.applies(target)
                ? Optional.of(new CoordinatewisePower(backward, initialMean, initialVariance, target))
                : Optional.empty();
    }

    private ExactResult result(PowerCurve curve) {
        double[] times = withEqualTimes(curve.times());
        ExactMoments moments = ExactMoments.of(backward, times, initialMean, targetMean);
        int[] rows = Arrays.stream(curve.times())
                .mapToInt(t -> Arrays.binarySearch(times, t))
                .toArray();
        double[] energy = energyByCoordinate(curve.energy());
        return new ExactResult(
                curve.times(),
                Arrays.stream(rows).mapToObj(k -> moments.mean()[k]).toArray(double[][]::new),
                Arrays.stream(rows).mapToObj(k -> variance(moments, k)).toArray(double[][]::new),
                curve.power(),
                Arrays.stream(energy).sum(),
                curve.standardError(),
                energy,
                targetMean,
                targetCovariance,
                StraightLine.deviation(times, moments.mean(), initialMean, targetMean));
    }

    /** Given times with equally spaced ones and the breaks, t = 1 excepted. */
    private double[] withEqualTimes(double[] times) {
        double[] equal = QuadratureCurve.equalTimes(backward.protocol().breaks(), DEVIATION_STEPS);
        return DoubleStream.concat(Arrays.stream(times), Arrays.stream(equal))
                .sorted()
                .distinct()
                .toArray();
    }

    private double[] energyByCoordinate(double[] integral) {
        return IntStream.range(0, integral.length)
                .mapToDouble(j -> target.singularAlong(j) ? Double.POSITIVE_INFINITY : integral[j])
                .toArray();
    }

    private double[] variance(ExactMoments moments, int k) {
        double start = moments.startShare()[k] * moments.startShare()[k];
        double end = moments.targetShare()[k] * moments.targetShare()[k];
        double[] variance = new double[targetMean.length];
        for (int j = 0; j < variance.length; j++) {
            variance[j] = start * initialVariance[j] + end * targetCovariance[j][j] + moments.noiseVariance()[k];
        }
        return variance;
    }

    private static double[] diagonal(double[][] matrix) {
        return IntStream.range(0, matrix.length).mapToDouble(j -> matrix[j][j]).toArray();
    }
}
