package io.github.murmuration.grid;

import java.util.Arrays;

/** A game solved with n cells and N steps. */
public final class Solution {
    private final PotentialGame game;
    private final Paths paths;
    private final Costs costs;
    private final double residual;
    private final int iterations;

    private final double terminalVariation;

    /** v halfway in steps [N][n + 1]. */
    private final double[][] controls;

    private Solution(PotentialGame game, Paths start) {
        Descent descent = new Descent(game, start);
        this.game = game;
        this.paths = descent.paths();
        this.costs = descent.costs();
        this.residual = descent.residual();
        this.iterations = descent.iterations();
        this.controls = controls(new WallRate(game, paths, false), paths);
        this.terminalVariation = variationOfTheEnd();
    }

    private static double[][] controls(WallRate rate, Paths paths) {
        double[][] controls = new double[paths.steps()][paths.cells() + 1];
        for (int k = 0; k < controls.length; k++) {
            for (int i = 0; i < controls[k].length; i++) {
                rate.set(k, i);
                controls[k][i] = rate.control();
            }
        }
        return controls;
    }

    /**
     * Without noise and running costs one step is exact: paths are straight, and the solution is the monotone map.
     *
     * @param cells n, at least 3
     * @param steps N
     * @throws ArithmeticException no solution was found
     */
    public static Solution of(PotentialGame game, int cells, int steps) {
        return new Solution(game, Paths.atRest(game.start(), cells, steps));
    }

    /** With twice the cells, and the steps where they are more than one. @throws ArithmeticException no solution was found */
    public Solution refined() {
        return new Solution(game, paths.refined(game.start()));
    }

    public Costs costs() {
        return costs;
    }

    /** What the walls miss of least cost, as a change of the control. */
    public double residual() {
        return residual;
    }

    /** Steps of Newton's method. */
    public int iterations() {
        return iterations;
    }

    public int cells() {
        return paths.cells();
    }

    public int steps() {
        return paths.steps();
    }

    /** At time k T / N [n + 1]. */
    public double[] walls(int k) {
        return paths.walls()[k].clone();
    }

    /** v at wall i halfway in the step from k to k + 1, where that wall is at the mean of its two positions. */
    double control(int k, int i) {
        return controls[k][i];
    }

    /** What agents pay from k to k + 1 for their controls and their places, on average. */
    double paid(int k) {
        double step = game.horizon() / steps();
        double t = (k + 0.5) * step;
        double paid = 0;
        for (int i = 0; i <= cells(); i++) {
            double v = controls[k][i];
            paid += weight(i) * step * (v * v / 2 + game.potential().value(t, paths.middle(k, i)));
        }
        return paid;
    }

    /** E dM/drho(X_T) + E g(X_T), the constant of KL(rho | pi) left out. */
    double terminalVariation() {
        return terminalVariation;
    }

    private double variationOfTheEnd() {
        double[] walls = paths.walls()[steps()];
        double sum = 0;
        for (int i = 0; i <= cells(); i++) {
            double x = walls[i];
            double g = game.terminalPotential().value(game.horizon(), x);
            double logDensity = logDensity(x);
            sum += weight(i)
                    * (g + game.terminal().map(m -> m.variation(x, logDensity)).orElse(0.0));
        }
        return sum;
    }

    PotentialGame game() {
        return game;
    }

    /** The mass about wall i. */
    double weight(int i) {
        return paths.masses().weight(i);
    }

    /** log of the density at the end, straight between the middles of cells and beyond. */
    public double logDensity(double x) {
        double[] walls = paths.walls()[steps()];
        int found = Arrays.binarySearch(walls, x);
        int cell = Math.max(0, Math.min(cells() - 1, found < 0 ? -found - 2 : found));
        int before = x < (walls[cell] + walls[cell + 1]) / 2 ? cell - 1 : cell;
        int i = Math.max(0, Math.min(cells() - 2, before));
        double low = (walls[i] + walls[i + 1]) / 2;
        double high = (walls[i + 1] + walls[i + 2]) / 2;
        double below = paths.masses().log(i) - Math.log(walls[i + 1] - walls[i]);
        double above = paths.masses().log(i + 1) - Math.log(walls[i + 2] - walls[i + 1]);
        return below + (above - below) * (x - low) / (high - low);
    }

    /** Of the cells, at all times [n]. */
    public double[] masses() {
        double[] masses = new double[paths.cells()];
        Arrays.setAll(masses, i -> Math.exp(paths.masses().log(i)));
        return masses;
    }

    /** E X at time k T / N. */
    public double mean(int k) {
        return moment(k, 0, 1);
    }

    /** Var X at time k T / N, uniform in cells. */
    public double variance(int k) {
        return moment(k, mean(k), 2);
    }

    /** E (X - about)^power over the cells. */
    private double moment(int k, double about, int power) {
        double[] walls = paths.walls()[k];
        double[] masses = masses();
        double sum = 0;
        double total = 0;
        for (int i = 0; i < masses.length; i++) {
            double low = walls[i] - about;
            double high = walls[i + 1] - about;
            sum += masses[i] * (power == 1 ? (low + high) / 2 : (low * low + low * high + high * high) / 3);
            total += masses[i];
        }
        return sum / total;
    }
}
