package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.Marginal;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Laws of the first coordinates under one guidance at given times in continuous time.
 *
 * @param laws [T][J]
 */
public record MarginalSeries(Marginal[][] laws) {

    /** Components of a law between its ends, at most: those of the start times those of the target. */
    private static final int MOST_COMPONENTS = 512;

    /**
     * Of one guidance; empty where the law is not known, or has more than 512 components.
     *
     * @param times increasing, in [0, 1]
     * @param coordinates J
     */
    public static Optional<MarginalSeries> of(
            Schedule schedule, GaussianMixture initial, GaussianMixture target, double[] times, int coordinates) {
        boolean few = (long) initial.components() * target.components() <= MOST_COMPONENTS;
        if (schedule instanceof DriftSchedule bridge && few) {
            return Optional.of(ofBridge(bridge.backward(), initial, target, times, coordinates));
        }
        if (schedule instanceof LqgSchedule lqg) {
            return Optional.of(ofRegulator(lqg.solution(), times, coordinates));
        }
        return Optional.empty();
    }

    /** X = s X_0 + e Y + noise with independent X_0 ~ initial and Y ~ target. */
    private static MarginalSeries ofBridge(
            BackwardCoefficients backward,
            GaussianMixture initial,
            GaussianMixture target,
            double[] times,
            int coordinates) {
        double[] all = ExactMean.withBreaks(times, backward);
        ExactMoments moments = ExactMoments.of(backward, all, initial.mean(), target.mean());
        Marginal[] starts = marginals(initial, coordinates);
        Marginal[] ends = marginals(target, coordinates);
        return new MarginalSeries(Arrays.stream(times)
                .mapToObj(t -> {
                    int k = Arrays.binarySearch(all, t);
                    return IntStream.range(0, coordinates)
                            .mapToObj(j -> sum(moments, k, j, starts[j], ends[j]))
                            .toArray(Marginal[]::new);
                })
                .toArray(Marginal[][]::new));
    }

    private static Marginal[] marginals(GaussianMixture law, int coordinates) {
        return IntStream.range(0, coordinates)
                .mapToObj(j -> Marginal.of(law, j))
                .toArray(Marginal[]::new);
    }

    /** Every component of the start with every one of the target. */
    private static Marginal sum(ExactMoments moments, int k, int j, Marginal start, Marginal end) {
        double s = moments.startShare()[k];
        double e = moments.targetShare()[k];
        double offset = moments.mean()[k][j] - s * start.mean() - e * end.mean();
        int count = end.weights().length;
        double[] weights = new double[start.weights().length * count];
        double[] means = new double[weights.length];
        double[] variances = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int a = i / count;
            int b = i % count;
            weights[i] = start.weights()[a] * end.weights()[b];
            means[i] = offset + s * start.means()[a] + e * end.means()[b];
            variances[i] = s * s * start.variances()[a] + e * e * end.variances()[b] + moments.noiseVariance()[k];
        }
        return new Marginal(weights, means, variances);
    }

    /** Agents are Gaussian. */
    private static MarginalSeries ofRegulator(LqgSolution solution, double[] times, int coordinates) {
        return new MarginalSeries(Arrays.stream(times)
                .mapToObj(solution::at)
                .map(values -> IntStream.range(0, coordinates)
                        .mapToObj(j -> new Marginal(new double[] {1}, new double[] {values.mean()[j]}, new double[] {
                            values.covariance()[j][j]
                        }))
                        .toArray(Marginal[]::new))
                .toArray(Marginal[][]::new));
    }
}
