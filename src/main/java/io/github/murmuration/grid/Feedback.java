package io.github.murmuration.grid;

import java.util.TreeSet;

/**
 * The optimal control v(x, t) of a solution, straight in x between some of its walls, which move, and constant beyond the outer ones.
 */
public final class Feedback {
    private static final int MOST_KNOTS = 60;
    private static final double LITTLE = 1e-3;

    private final Solution solution;

    /** v at walls halfway in steps [N][n + 1]. */
    private final double[][] controls;

    /** Where they are then [N][n + 1]. */
    private final double[][] places;

    private final TreeSet<Integer> knots = new TreeSet<>();

    /**
     * With knots until little is missed, or as many as may be.
     *
     * @param accepted root mean square of what the knots may miss of v, over that of v
     * @throws ArithmeticException so few knots are not enough
     */
    public Feedback(Solution solution, double accepted) {
        this.solution = solution;
        this.controls = new double[solution.steps()][solution.cells() + 1];
        this.places = new double[solution.steps()][solution.cells() + 1];
        for (int k = 0; k < controls.length; k++) {
            fill(k);
        }
        knots.add(0);
        knots.add(solution.cells());
        while (error() > LITTLE && knots.size() < MOST_KNOTS) {
            knots.add(worst());
        }
        if (error() > accepted) {
            throw new ArithmeticException("the control misses " + (float) error()
                    + " of itself, in the root mean square, with " + MOST_KNOTS + " knots; at most " + accepted
                    + " is accepted");
        }
    }

    private void fill(int k) {
        for (int i = 0; i <= solution.cells(); i++) {
            controls[k][i] = solution.control(k, i);
            places[k][i] = (solution.wall(k, i) + solution.wall(k + 1, i)) / 2;
        }
    }

    /** Root mean square of what is missed of v at the walls, over that of v. */
    public double error() {
        return Math.sqrt(missed() / square());
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
        return controls[k][wall(j)];
    }

    private int wall(int j) {
        return knots.stream().skip(j).findFirst().orElseThrow();
    }

    private double square() {
        double sum = 0;
        for (double[] row : controls) {
            for (int i = 0; i < row.length; i++) {
                sum += solution.weight(i) * row[i] * row[i];
            }
        }
        return sum / controls.length;
    }

    private double missed() {
        double sum = 0;
        for (int low = 0; low < solution.cells(); low = knots.higher(low)) {
            for (int i = low + 1; i < knots.higher(low); i++) {
                sum += missed(low, i, knots.higher(low));
            }
        }
        return sum;
    }

    /** Mean over the steps of the square of what is missed at a wall between two knots, times the mass about it. */
    private double missed(int low, int i, int high) {
        double sum = 0;
        for (int k = 0; k < controls.length; k++) {
            double share = (places[k][i] - places[k][low]) / (places[k][high] - places[k][low]);
            double straight = controls[k][low] + share * (controls[k][high] - controls[k][low]);
            sum += (controls[k][i] - straight) * (controls[k][i] - straight);
        }
        return solution.weight(i) * sum / controls.length;
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
