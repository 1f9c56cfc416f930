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

    /** Until the times k T / N [N + 1]. */
    private final double[] paid;

    private Solution(PotentialGame game, Paths start) {
        Descent descent = new Descent(game, start);
        this.game = game;
        this.paths = descent.paths();
        this.costs = descent.costs();
        this.residual = descent.residual();
        this.iterations = descent.iterations();
        this.controls = controls(new WallRate(game, paths, false), paths);
        this.paid = new double[steps() + 1];
        for (int k = 0; k < steps(); k++) {
            paid[k + 1] = paid[k] + paid(k);
        }
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

    /**
     * With twice the cells, and the steps where they are more than one.
     * @throws ArithmeticException no solution was found
     */
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

    /**
     * At time k T / N; between steps walls go straight.
     * @param k in [0, N]
     */
    public CellLaw law(double k) {
        int step = (int) Math.min(k, steps() - 1.0);
        double[] before = paths.walls()[step];
        double[] after = paths.walls()[step + 1];
        double[] walls = new double[before.length];
        Arrays.setAll(walls, i -> k == step + 1 ? after[i] : before[i] + (k - step) * (after[i] - before[i]));
        return new CellLaw(walls, paths.masses());
    }

    /** Where wall i is at time k T / N. */
    double wall(int k, int i) {
        return paths.walls()[k][i];
    }

    /** v at wall i halfway in the step from k to k + 1, where that wall is at the mean of its two positions. */
    double control(int k, int i) {
        return controls[k][i];
    }

    /** What agents pay from k to k + 1 for their controls and their places, on average. */
    private double paid(int k) {
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
        CellLaw end = law(steps());
        double sum = 0;
        for (int i = 0; i <= cells(); i++) {
            double x = end.wall(i);
            double g = game.terminalPotential().value(game.horizon(), x);
            double logDensity = end.logDensity(x);
            sum += weight(i)
                    * (g + game.terminal().map(m -> m.variation(x, logDensity)).orElse(0.0));
        }
        return sum;
    }

    public PotentialGame game() {
        return game;
    }

    /** The mass about wall i. */
    double weight(int i) {
        return paths.masses().weight(i);
    }

    /**
     * What agents pay until time k T / N for their controls and their places, on average; straight in steps.
     * @param k in [0, N]
     */
    public double paidUntil(double k) {
        int step = (int) Math.min(k, steps() - 1.0);
        return paid[step] + (k - step) * (paid[step + 1] - paid[step]);
    }
}
