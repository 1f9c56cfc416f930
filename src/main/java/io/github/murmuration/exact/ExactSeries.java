package io.github.murmuration.exact;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.DriftSchedule;
import io.github.murmuration.schedule.ExactMoments;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.lqg.LqgSchedule;
import io.github.murmuration.schedule.lqg.LqgSolution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moments of one guidance at given times in continuous time.
 *
 * @param mean E X [T][d]
 * @param variance [T][d]
 * @param fourth E (X_j - E X_j)^4 [T][d]
 * @param power E u_j^2 [T][d]; NaN at t = 1, and everywhere where it is known by sampling alone
 */
public record ExactSeries(double[][] mean, double[][] variance, double[][] fourth, double[][] power) {

    /**
     * Solves for one guidance; empty where nothing is known.
     *
     * @param times increasing, in [0, 1]
     * @param crew who works it out: the same values, however many they are
     */
    public static Optional<ExactSeries> of(
            Schedule schedule, GaussianMixture initial, GaussianMixture target, double[] times, Crew<?> crew) {
        if (schedule instanceof DriftSchedule bridge) {
            return Optional.of(ofBridge(bridge.backward(), initial, target, times, crew));
        }
        if (schedule instanceof LqgSchedule lqg) {
            return Optional.of(ofRegulator(lqg.solution(), times));
        }
        return Optional.empty();
    }

    /** X = s X_0 + e Y + noise with independent X_0 ~ initial and Y ~ target: fourth cumulants add up as s^4 and e^4. */
    private static ExactSeries ofBridge(
            BackwardCoefficients backward,
            GaussianMixture initial,
            GaussianMixture target,
            double[] times,
            Crew<?> crew) {
        double[] all = ExactMean.withBreaks(times, backward);
        ExactMoments moments = ExactMoments.of(backward, all, initial.mean(), target.mean());
        double[] startVariance = diagonal(initial.covariance());
        double[] endVariance = diagonal(target.covariance());
        double[] startCumulant = fourthCumulants(initial, startVariance);
        double[] endCumulant = fourthCumulants(target, endVariance);
        Optional<PowerFunction> law = ExactSolution.powerLaw(backward, initial.mean(), startVariance, target);
        List<double[][]> rows = crew.map(times.length, i -> {
            int k = Arrays.binarySearch(all, times[i]);
            double start = moments.startShare()[k] * moments.startShare()[k];
            double end = moments.targetShare()[k] * moments.targetShare()[k];
            double[] variance = new double[startVariance.length];
            double[] fourth = new double[variance.length];
            for (int j = 0; j < variance.length; j++) {
                variance[j] = start * startVariance[j] + end * endVariance[j] + moments.noiseVariance()[k];
                fourth[j] =
                        start * start * startCumulant[j] + end * end * endCumulant[j] + 3 * variance[j] * variance[j];
            }
            double[] power = times[i] < 1 && law.isPresent() ? law.get().at(times[i]) : unknown(variance.length);
            return new double[][] {moments.mean()[k], variance, fourth, power};
        });
        return of(rows);
    }

    /** Agents are Gaussian. */
    private static ExactSeries ofRegulator(LqgSolution solution, double[] times) {
        return of(Arrays.stream(times)
                .mapToObj(t -> {
                    LqgSolution.Values values = solution.at(t);
                    double[] variance = diagonal(values.covariance());
                    double[] fourth =
                            Arrays.stream(variance).map(v -> 3 * v * v).toArray();
                    double[] power = t < 1 ? LqgExact.power(solution, t) : unknown(variance.length);
                    return new double[][] {values.mean(), variance, fourth, power};
                })
                .toList());
    }

    private static ExactSeries of(List<double[][]> rows) {
        return new ExactSeries(part(rows, 0), part(rows, 1), part(rows, 2), part(rows, 3));
    }

    private static double[][] part(List<double[][]> rows, int which) {
        return rows.stream().map(row -> row[which]).toArray(double[][]::new);
    }

    private static double[] unknown(int d) {
        double[] unknown = new double[d];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    private static double[] fourthCumulants(GaussianMixture law, double[] variance) {
        double[] cumulants = new double[variance.length];
        Arrays.setAll(cumulants, j -> fourthMoment(law, j) - 3 * variance[j] * variance[j]);
        return cumulants;
    }

    /** E (Y_j - E Y_j)^4. */
    public static double fourthMoment(GaussianMixture law, int j) {
        double mean = law.mean()[j];
        double sum = 0;
        for (int k = 0; k < law.components(); k++) {
            double variance = law.covarianceOf(k)[j][j];
            double square = (law.means()[k][j] - mean) * (law.means()[k][j] - mean);
            sum += law.weights()[k] * (square * square + 6 * square * variance + 3 * variance * variance);
        }
        return sum;
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        Arrays.setAll(diagonal, j -> matrix[j][j]);
        return diagonal;
    }
}
