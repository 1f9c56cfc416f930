package io.github.murmuration.exact;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** E X_t in continuous time under a guidance that is a function of time. Source: {@code mathematics.md}, sections 4 and 6. */
public final class ExactMean {

    private ExactMean() {}

    /**
     * Means of a guided bridge or a linear-quadratic regulator.
     *
     * @param times in [0, 1]
     * @return E X_t [T][d]
     * @throws IllegalArgumentException another model, or a guidance that is fed from the population
     */
    public static double[][] of(Schedule schedule, GaussianMixture initial, GaussianMixture target, double[] times) {
        if (schedule instanceof DriftSchedule bridge) {
            return of(bridge.backward(), initial.mean(), target.mean(), times);
        }
        if (schedule instanceof LqgSchedule lqg) {
            return of(lqg.solution(), times);
        }
        throw new IllegalArgumentException(
                "no exact mean for " + schedule.getClass().getSimpleName());
    }

    /** Means of a guided bridge [T][d]. */
    public static double[][] of(
            BackwardCoefficients backward, double[] initialMean, double[] targetMean, double[] times) {
        double[] all = withBreaks(times, backward);
        ExactMoments moments = ExactMoments.of(backward, all, initialMean, targetMean);
        return Arrays.stream(times)
                .mapToObj(t -> moments.mean()[Arrays.binarySearch(all, t)])
                .toArray(double[][]::new);
    }

    /** These times, both ends and the breaks of the protocol, increasing. */
    static double[] withBreaks(double[] times, BackwardCoefficients backward) {
        return DoubleStream.concat(
                        DoubleStream.of(0, 1),
                        DoubleStream.concat(
                                Arrays.stream(times),
                                Arrays.stream(backward.protocol().breaks())))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Means of a linear-quadratic regulator [T][d]. */
    public static double[][] of(LqgSolution solution, double[] times) {
        return Arrays.stream(times).mapToObj(t -> solution.at(t).mean()).toArray(double[][]::new);
    }
}
