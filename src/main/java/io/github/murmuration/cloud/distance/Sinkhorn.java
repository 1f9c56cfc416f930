package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import java.util.Arrays;

/**
 * Bounds of the earth mover's distance from entropic transport in the log domain: plan P_ij = exp((f_i + g_j - |x_i - y_j|)/epsilon)/n^2,
 * f and g fitted to its marginals in turn, with over-relaxation, epsilon halved until the bounds are close. Work n^2 an iteration, memory
 * n. Cuturi, NeurIPS 26 (2013); epsilon-scaling: Schmitzer, SIAM J. Sci. Comput. 41 (2019) A1443; over-relaxation: Thibault, Chizat,
 * Dossal, Papadakis, Algorithms 14 (2021) 143.
 */
final class Sinkhorn {

    /** The bounds differ by this share of the upper one, or epsilon is as small as it gets, in units of the greatest distance. */
    private static final double TOLERANCE = 0.01;

    private static final double FIRST_SHARE = 0x1p-3;
    private static final double LEAST_SHARE = 0x1p-14;

    private static final int MOST_ITERATIONS = 100;
    private static final double MARGINAL_ERROR = 1e-3;
    private static final double RELAXATION = 1.7;

    /** exp of less adds nothing to a sum that has a term 1. */
    private static final double NEGLIGIBLE = -40;

    private final Side x;
    private final Side y;
    private final Crew<double[]> crew;

    /** Points [n][d], their coordinates [d][n] and what is fitted for them. */
    private record Side(double[][] points, double[][] coordinates, double[] potential) {

        static Side of(Cloud cloud) {
            double[][] coordinates = new double[cloud.dimension()][cloud.size()];
            for (int i = 0; i < cloud.size(); i++) {
                for (int j = 0; j < coordinates.length; j++) {
                    coordinates[j][i] = cloud.points()[i][j];
                }
            }
            return new Side(cloud.points(), coordinates, new double[cloud.size()]);
        }

        int size() {
            return points.length;
        }

        /**
         * |x - y_j| for all points y_j.
         * @param distances modified
         */
        void distances(double[] x, double[] distances) {
            Arrays.fill(distances, 0);
            for (int k = 0; k < x.length; k++) {
                double[] coordinate = coordinates[k];
                double at = x[k];
                for (int j = 0; j < distances.length; j++) {
                    distances[j] += (coordinate[j] - at) * (coordinate[j] - at);
                }
            }
            for (int j = 0; j < distances.length; j++) {
                distances[j] = Math.sqrt(distances[j]);
            }
        }
    }

    private Sinkhorn(Cloud x, Cloud y, Crew<double[]> crew) {
        this.x = Side.of(x);
        this.y = Side.of(y);
        this.crew = crew;
    }

    /** @param crew each has a scratch of n numbers */
    static EarthMover distance(Cloud x, Cloud y, Crew<double[]> crew) {
        return new Sinkhorn(x, y, crew).distance();
    }

    private EarthMover distance() {
        double greatest = greatestDistance();
        double epsilon = greatest * FIRST_SHARE;
        EarthMover bounds = new EarthMover(0, greatest, epsilon);
        while (bounds.upper() - bounds.lower() > TOLERANCE * bounds.upper() && epsilon > LEAST_SHARE * greatest) {
            epsilon /= 2;
            iterate(epsilon);
            double upper = new RoundedPlan(epsilon).cost();
            bounds = new EarthMover(Math.max(bounds.lower(), lower()), Math.min(bounds.upper(), upper), epsilon);
        }
        return bounds;
    }

    private double greatestDistance() {
        double[] greatest = new double[x.size()];
        crew.forEach(x.size(), (distances, i) -> {
            y.distances(x.points()[i], distances);
            greatest[i] = Arrays.stream(distances).max().orElseThrow();
        });
        return Arrays.stream(greatest).max().orElseThrow();
    }

    private void iterate(double epsilon) {
        double error = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_ITERATIONS && error > MARGINAL_ERROR; k++) {
            double relaxation = k == 0 ? 1 : RELAXATION;
            error = fit(x, y, epsilon, relaxation);
            fit(y, x, epsilon, relaxation);
        }
        fit(x, y, epsilon, 1);
        fit(y, x, epsilon, 1);
    }

    /**
     * f_i = -epsilon log (1/n) sum_j exp((g_j - |x_i - y_j|)/epsilon), or beyond.
     *
     * @return mean error of the marginal before, relative
     */
    private double fit(Side fitted, Side other, double epsilon, double relaxation) {
        double[] errors = new double[fitted.size()];
        crew.forEach(fitted.size(), (exponents, i) -> {
            other.distances(fitted.points()[i], exponents);
            double change = -epsilon * logMean(exponents, other.potential(), epsilon) - fitted.potential()[i];
            errors[i] = Math.abs(Math.exp(-change / epsilon) - 1);
            fitted.potential()[i] += relaxation * change;
        });
        return Arrays.stream(errors).average().orElseThrow();
    }

    /**
     * log (1/n) sum_j exp((g_j - c_j)/epsilon).
     * @param costs c; becomes exponents
     */
    private static double logMean(double[] costs, double[] potential, double epsilon) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < costs.length; j++) {
            costs[j] = (potential[j] - costs[j]) / epsilon;
            most = Math.max(most, costs[j]);
        }
        double sum = 0;
        for (double exponent : costs) {
            sum += exponent - most > NEGLIGIBLE ? Math.exp(exponent - most) : 0;
        }
        return most + Math.log(sum / costs.length);
    }

    /** mean_i min_j (|x_i - y_j| - g_j) + mean_j g_j: these satisfy the constraints of the dual problem. */
    private double lower() {
        double[] least = new double[x.size()];
        crew.forEach(x.size(), (distances, i) -> {
            y.distances(x.points()[i], distances);
            least[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < distances.length; j++) {
                least[i] = Math.min(least[i], distances[j] - y.potential()[j]);
            }
        });
        return Arrays.stream(least).average().orElseThrow()
                + Arrays.stream(y.potential()).average().orElseThrow();
    }

    /**
     * The plan with rows and then columns scaled down to 1/n, and what they then lack added as a product. Altschuler, Weed, Rigollet,
     * NeurIPS 30 (2017), algorithm 2.
     */
    private final class RoundedPlan {

        private final double epsilon;

        RoundedPlan(double epsilon) {
            this.epsilon = epsilon;
        }

        /** sum_ij P_ij |x_i - y_j|. */
        double cost() {
            double[] ones = new double[y.size()];
            Arrays.fill(ones, 1);
            double[] rowScale = scales(sums(x, y, ones));
            double[] columns = sums(y, x, rowScale);
            double[] columnScale = scales(columns);
            double[] rows = sums(x, y, columnScale);
            double[] rowLack = lack(rows, rowScale);
            double[] columnLack = lack(columns, columnScale);
            double lacking = Arrays.stream(columnLack).sum();
            double[] costs = new double[x.size()];
            crew.forEach(x.size(), (distances, i) -> {
                y.distances(x.points()[i], distances);
                for (int j = 0; j < distances.length; j++) {
                    double planned =
                            rowScale[i] * columnScale[j] * term(x.potential()[i], y.potential()[j], distances[j]);
                    double added = lacking > 0 ? rowLack[i] * columnLack[j] / lacking : 0;
                    costs[i] += (planned / x.size() / y.size() + added) * distances[j];
                }
            });
            return Arrays.stream(costs).sum();
        }

        /** (1/n) sum_j s_j exp((f_i + g_j - |x_i - y_j|)/epsilon), which is to be 1. */
        private double[] sums(Side of, Side others, double[] scale) {
            double[] sums = new double[of.size()];
            crew.forEach(of.size(), (distances, i) -> {
                others.distances(of.points()[i], distances);
                for (int j = 0; j < distances.length; j++) {
                    double term = term(of.potential()[i], others.potential()[j], distances[j]);
                    sums[i] += scale[j] * term / distances.length;
                }
            });
            return sums;
        }

        private double term(double first, double second, double distance) {
            double exponent = (first + second - distance) / epsilon;
            return exponent > NEGLIGIBLE ? Math.exp(exponent) : 0;
        }

        private static double[] scales(double[] sums) {
            return Arrays.stream(sums).map(sum -> Math.min(1, 1 / sum)).toArray();
        }

        /** What every row or column lacks of 1/n. */
        private static double[] lack(double[] sums, double[] scale) {
            double[] lack = new double[sums.length];
            Arrays.setAll(lack, i -> Math.max(0, 1 - scale[i] * sums[i]) / sums.length);
            return lack;
        }
    }
}
