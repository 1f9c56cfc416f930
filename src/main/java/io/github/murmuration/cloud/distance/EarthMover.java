package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import java.util.Arrays;

/**
 * Earth mover's distance of two clouds of n points: the least mean of |x - f(x)| over bijections f, between two bounds that are proved: a
 * transport plan, and a solution of the dual problem.
 *
 * @param lower value of the dual solution
 * @param upper cost of the plan; of a bijection where the distance is exact
 * @param regularisation epsilon of the entropy, in units of the points; 0 where the distance is exact
 */
public record EarthMover(double lower, double upper, double regularisation) {

    /** Clouds of more points are compared by Sinkhorn's iteration, except on the line. */
    public static final int MOST_EXACT = 2048;

    /**
     * The exact distance of small clouds.
     * @param x of n points.
     * @param y of n points, {@code n <= 2048} unless d = 1
     */
    public static double exact(Cloud x, Cloud y) {
        return x.dimension() == 1 ? sorted(x, y) : assigned(x, y).upper();
    }

    /**
     * Exact up to 2048 points and on the line.
     * @param x of n points.
     * @param y of n points.
     * @param crew each has a scratch of n numbers
     */
    public static EarthMover of(Cloud x, Cloud y, Crew<double[]> crew) {
        if (x.dimension() == 1) {
            double distance = sorted(x, y);
            return new EarthMover(distance, distance, 0);
        }
        return x.size() <= MOST_EXACT ? assigned(x, y) : Sinkhorn.distance(x, y, crew);
    }

    /** Half way between the bounds. */
    public double value() {
        return (lower + upper) / 2;
    }

    /** On the line the bijection that keeps the order is the best. */
    private static double sorted(Cloud x, Cloud y) {
        double[] first = Arrays.stream(x.points())
                .mapToDouble(point -> point[0])
                .sorted()
                .toArray();
        double[] second = Arrays.stream(y.points())
                .mapToDouble(point -> point[0])
                .sorted()
                .toArray();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return sum / first.length;
    }

    private static EarthMover assigned(Cloud x, Cloud y) {
        double[][] cost = new double[x.size()][x.size()];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost.length; j++) {
                cost[i][j] = distance(x.points()[i], y.points()[j]);
            }
        }
        Assignment assignment = Assignment.of(cost);
        double lower = 0;
        double upper = 0;
        for (int i = 0; i < cost.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < cost.length; j++) {
                least = Math.min(least, cost[i][j] - assignment.dual()[j]);
            }
            lower += (least + assignment.dual()[i]) / cost.length;
            upper += cost[i][assignment.columns()[i]] / cost.length;
        }
        return new EarthMover(lower, upper, 0);
    }

    static double distance(double[] x, double[] y) {
        return Math.sqrt(NearestPoint.squaredDistance(x, y));
    }
}
