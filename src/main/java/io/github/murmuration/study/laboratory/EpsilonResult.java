package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;

/**
 * One member of the family from gradient flow (epsilon = 0) to transport (infinity), on the line.
 *
 * @param times of the game [T].
 * @param mean, deviation of the agents [T].
 * @param exactMean, exactDeviation of the law [T]
 */
record EpsilonResult(
        double epsilon,
        long agents,
        double[] times,
        double[] mean,
        double[] deviation,
        double[] exactMean,
        double[] exactDeviation) {

    static EpsilonResult of(double epsilon, Problem problem, GuidanceResult result) {
        Row row = problem.row().orElseThrow();
        double horizon = problem.written().orElseThrow().model().horizon();
        int count = result.moments().times().length;
        double[] times = new double[count];
        double[] mean = new double[count];
        double[] deviation = new double[count];
        double[] exactMean = new double[count];
        double[] exactDeviation = new double[count];
        for (int k = 0; k < count; k++) {
            times[k] = result.moments().times()[k] * horizon;
            mean[k] = result.moments().mean()[k][0];
            deviation[k] = Math.sqrt(result.moments().variance()[k][0]);
            GaussianMixture law = row.law(times[k]).orElseThrow();
            exactMean[k] = law.mean()[0];
            exactDeviation[k] = Math.sqrt(law.covariance()[0][0]);
        }
        return new EpsilonResult(
                epsilon, problem.scenario().population().agents(), times, mean, deviation, exactMean, exactDeviation);
    }

    int last() {
        return times.length - 1;
    }
}
