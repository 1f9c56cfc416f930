package io.github.murmuration.scenario;

import java.util.Arrays;

/** Covariance of one Gaussian component. */
public sealed interface Covariance {

    /** Number of coordinates d. */
    int dimension();

    /** Name in scenario files: {@code standard-deviation} or {@code covariance}. */
    String field();

    /** Independent coordinates with the given standard deviations [d], each >= 0. */
    record Diagonal(double[] standardDeviations) implements Covariance {
        public Diagonal {
            Check.notEmpty("", standardDeviations.length, "one standard deviation per coordinate");
            for (int j = 0; j < standardDeviations.length; j++) {
                Check.deviation("[" + j + "]", standardDeviations[j]);
            }
        }

        @Override
        public int dimension() {
            return standardDeviations.length;
        }

        @Override
        public String field() {
            return "standard-deviation";
        }
    }

    /** Symmetric positive semi-definite matrix [d][d]. An asymmetry below 1e-9 of the two standard deviations is averaged out. */
    record Full(double[][] matrix) implements Covariance {
        public Full {
            matrix = SymmetricMatrix.semiDefinite(matrix);
            for (int j = 0; j < matrix.length; j++) {
                checkVariance("[" + j + "][" + j + "]", matrix[j][j]);
            }
        }

        @Override
        public int dimension() {
            return matrix.length;
        }

        @Override
        public String field() {
            return "covariance";
        }
    }

    private static void checkVariance(String path, double variance) {
        if (variance != 0 && !(variance >= 1.4e-76 && variance < 1e34)) {
            throw ScenarioException.refused(path, Check.text(variance), "0, or a variance from 1.4e-76 to 1e34");
        }
    }

    /** Independent coordinates, one standard deviation each. */
    static Covariance standardDeviations(double... standardDeviations) {
        return ScenarioException.at("standard-deviations", () -> new Diagonal(standardDeviations));
    }

    /** d independent coordinates with the same standard deviation. */
    static Covariance isotropic(int d, double standardDeviation) {
        Check.atLeast("dimension", d, 1);
        Check.deviation("standard-deviation", standardDeviation);
        double[] each = new double[d];
        Arrays.fill(each, standardDeviation);
        return new Diagonal(each);
    }

    /** Symmetric positive semi-definite matrix [d][d]. */
    static Covariance full(double[][] matrix) {
        return ScenarioException.at("covariance", () -> new Full(matrix));
    }
}
