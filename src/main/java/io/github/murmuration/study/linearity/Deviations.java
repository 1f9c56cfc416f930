package io.github.murmuration.study.linearity;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.study.Bootstrap;
import io.github.murmuration.study.SimultaneousBand;
import java.util.Arrays;

/**
 * Departures of the means of N agents from the reference under one guidance.
 *
 * @param replicas [R][T][d], without the look at t = 0
 * @param starts departures of the replicas' means from m_in at t = 0 [R][d]
 */
record Deviations(double[][][] replicas, double[][] starts) {

    /**
     * @param means [R][T+1][d].
     * @param ownStart whether the reference begins at the replica's own mean
     */
    static Deviations of(double[][][] means, Reference reference, boolean ownStart) {
        int looks = means[0].length - 1;
        int d = means[0][0].length;
        double[][][] replicas = new double[means.length][looks][d];
        double[][] starts = new double[means.length][d];
        double[] nowhere = new double[d];
        for (int r = 0; r < means.length; r++) {
            for (int j = 0; j < d; j++) {
                starts[r][j] = means[r][0][j] - reference.mean()[0][j];
            }
            for (int i = 0; i < looks; i++) {
                for (int j = 0; j < d; j++) {
                    double expected = reference.from(ownStart ? starts[r] : nowhere, i + 1, j);
                    replicas[r][i][j] = means[r][i + 1][j] - expected;
                }
            }
        }
        return new Deviations(replicas, starts);
    }

    /** Band about their mean over replicas, points ordered [T][d]. */
    SimultaneousBand band(double scale, long seed, Crew<?> crew) {
        return SimultaneousBand.of(flat(replicas), scale, seed, crew);
    }

    /** Their means over replicas and standard errors, points ordered [T][d]. */
    SimultaneousBand points(double scale) {
        return SimultaneousBand.pointwise(flat(replicas), scale);
    }

    /**
     * The same with what the chance of the starts does taken out: each point is regressed on the start of its coordinate, whose
     * expectation is known to be zero.
     */
    Deviations withoutStarts() {
        double[][][] rest = new double[replicas.length][replicas[0].length][starts[0].length];
        for (int j = 0; j < starts[0].length; j++) {
            for (int i = 0; i < replicas[0].length; i++) {
                double slope = slope(i, j);
                for (int r = 0; r < replicas.length; r++) {
                    rest[r][i][j] = replicas[r][i][j] - slope * starts[r][j];
                }
            }
        }
        return new Deviations(rest, starts);
    }

    /** Root mean square over replicas of the largest Euclidean distance, over the looks, from an expected departure [T][d]. */
    Bootstrap largest(double[][] expected, long seed) {
        double[] squares = new double[replicas.length];
        for (int r = 0; r < squares.length; r++) {
            squares[r] = largestSquare(replicas[r], expected);
        }
        return Bootstrap.of(squares.length, seed, drawn -> rootMean(squares, drawn));
    }

    static double[] flat(double[][] curve) {
        return Arrays.stream(curve).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] flat(double[][][] curves) {
        return Arrays.stream(curves).map(Deviations::flat).toArray(double[][]::new);
    }

    private double slope(int i, int j) {
        double start = 0;
        double value = 0;
        for (int r = 0; r < replicas.length; r++) {
            start += starts[r][j] / replicas.length;
            value += replicas[r][i][j] / replicas.length;
        }
        double square = 0;
        double product = 0;
        for (int r = 0; r < replicas.length; r++) {
            square += (starts[r][j] - start) * (starts[r][j] - start);
            product += (starts[r][j] - start) * (replicas[r][i][j] - value);
        }
        return square > 0 ? product / square : 0;
    }

    private static double rootMean(double[] squares, int[] drawn) {
        double sum = 0;
        for (int r : drawn) {
            sum += squares[r];
        }
        return Math.sqrt(sum / drawn.length);
    }

    private static double largestSquare(double[][] curve, double[][] expected) {
        double largest = 0;
        for (int i = 0; i < curve.length; i++) {
            double square = 0;
            for (int j = 0; j < curve[i].length; j++) {
                square += (curve[i][j] - expected[i][j]) * (curve[i][j] - expected[i][j]);
            }
            largest = Math.max(largest, square);
        }
        return largest;
    }
}
