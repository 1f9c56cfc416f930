package io.github.murmuration.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The optimal control v(x, t) of a solution, straight in x between some of its walls, which move, and constant beyond the outer ones; where agents pay
 * for the law that they are in, d log rho/dx too.
 */
public final class Feedback {
    private static final int MOST_KNOTS = 60;

    /** Where d log rho/dx is asked for too: of 64 values that a step has at a time, one is kept for each piece. */
    private static final int MOST_LAW_KNOTS = 48;

    private static final double LITTLE = 1e-3;

    private final Solution solution;

    /** Where walls are halfway in steps [N][n + 1]. */
    private final double[][] places;

    private final List<Curve> curves = new ArrayList<>();
    private final TreeSet<Integer> knots = new TreeSet<>();

    /** Values at walls halfway in steps [N][n + 1], and their mean square. */
    private record Curve(double[][] values, double square) {}

    /**
     * With knots until little is missed, or as many as may be.
     *
     * @param accepted root mean square of what the knots may miss, over that of v
     * @throws ArithmeticException so few knots are not enough
     */
    public Feedback(Solution solution, double accepted) {
        this.solution = solution;
        int most = solution.game().paysForLaw() ? MOST_LAW_KNOTS : MOST_KNOTS;
        this.places = filled((k, i) -> (solution.wall(k, i) + solution.wall(k + 1, i)) / 2);
        curves.add(curve(filled(solution::control)));
        if (solution.game().paysForLaw()) {
            curves.add(curve(filled(solution::score)));
        }
        knots.add(0);
        knots.add(solution.cells());
        while (error() > LITTLE && knots.size() < most) {
            knots.add(worst());
        }
        if (error() > accepted) {
            throw new ArithmeticException("the control misses " + (float) error()
                    + " of itself, in the root mean square, with " + most + " knots; at most " + accepted
                    + " is accepted");
        }
    }

    @FunctionalInterface
    private interface AtWall {
        double of(int k, int i);
    }

    private double[][] filled(AtWall value) {
        double[][] values = new double[solution.steps()][solution.cells() + 1];
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < values[k].length; i++) {
                values[k][i] = value.of(k, i);
            }
        }
        return values;
    }

    private Curve curve(double[][] values) {
        double sum = 0;
        for (double[] row : values) {
            for (int i = 0; i < row.length; i++) {
                sum += solution.weight(i) * row[i] * row[i];
            }
        }
        return new Curve(values, sum / values.length);
    }

    /** Root mean square of what is missed of v at the walls, over that of v, and likewise of d log rho/dx. */
    public double error() {
        double sum = 0;
        for (int low = 0; low < solution.cells(); low = knots.higher(low)) {
            for (int i = low + 1; i < knots.higher(low); i++) {
                sum += missed(low, i, knots.higher(low));
            }
        }
        return Math.sqrt(sum);
    }

    /** Number of knots. */
    public int knots() {
        return knots.size();
    }

    /** Where knot j is at time k T / N. */
    public double place(int j, int k) {
        return solution.wall(k, wall(j));
    }

    /** v at knot j halfway in the step from k to k + 1. */
    public double control(int j, int k) {
        return solution.control(k, wall(j));
    }

    /** d log rho/dx at knot j halfway in the step from k to k + 1. */
    public double score(int j, int k) {
        return solution.score(k, wall(j));
    }

    /** log rho at knot j at time k T / N. */
    public double logDensity(int j, int k) {
        return solution.logDensity(k, wall(j));
    }

    private int wall(int j) {
        return knots.stream().skip(j).findFirst().orElseThrow();
    }

    /** Mean over the steps of the squares of what is missed at a wall between two knots, over those of the curves, times the mass about it. */
    private double missed(int low, int i, int high) {
        double sum = 0;
        for (Curve curve : curves) {
            sum += curve.square() > 0 ? missed(curve.values(), low, i, high) / curve.square() : 0;
        }
        return solution.weight(i) * sum / places.length;
    }

    private double missed(double[][] values, int low, int i, int high) {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            double share = (places[k][i] - places[k][low]) / (places[k][high] - places[k][low]);
            double straight = values[k][low] + share * (values[k][high] - values[k][low]);
            sum += (values[k][i] - straight) * (values[k][i] - straight);
        }
        return sum;
    }

    /** The wall about which most is missed. */
    private int worst() {
        int worst = 0;
        double most = -1;
        for (int low = 0; low < solution.cells(); low = knots.higher(low)) {
            for (int i = low + 1; i < knots.higher(low); i++) {
                double missed = missed(low, i, knots.higher(low));
                if (missed > most) {
                    most = missed;
                    worst = i;
                }
            }
        }
        return worst;
    }
}
