package io.github.murmuration.grid;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A game solved with n cells and N steps. */
public final class Solution {
    private final PotentialGame game;
    private final Paths paths;
    private final Costs costs;
    private final double residual;
    private final int iterations;

    /** E dM/drho(X_T) + E h(X_T). */
    private final double terminalVariation;

    /** v halfway in steps [N][n + 1]. */
    private final double[][] controls;

    /** d log rho/dx there. */
    private final double[][] scores;

    /** What agents pay on average until the times k T / N [N + 1]. */
    private final double[] paid;

    /** The same with the variations of the costs of the law in their place. */
    private final double[] charged;

    private Solution(PotentialGame game, Paths start) {
        Descent descent = new Descent(game, start);
        this.game = game;
        this.paths = descent.paths();
        this.costs = descent.costs();
        this.residual = descent.residual();
        this.iterations = descent.iterations();
        this.controls = new double[steps()][cells() + 1];
        this.scores = new double[steps()][cells() + 1];
        this.paid = new double[steps() + 1];
        this.charged = new double[steps() + 1];
        WallRate rate = new WallRate(game, paths, false);
        for (int k = 0; k < steps(); k++) {
            addStep(k, rate);
        }
        this.terminalVariation = variationOfTheEnd();
    }

    private void addStep(int k, WallRate rate) {
        CellLaw law = law(k + 0.5);
        double weight = game.horizon() / steps() * game.discounted(game.horizon() * (k + 0.5) / steps());
        paid[k + 1] = paid[k];
        charged[k + 1] = charged[k];
        for (int i = 0; i <= cells(); i++) {
            rate.set(k, i);
            controls[k][i] = rate.control();
            scores[k][i] = rate.score();
            double x = law.wall(i);
            double log = law.logDensity(x);
            double own = rate.controlCost() + rate.stateCost();
            double mass = weight * weight(i);
            paid[k + 1] += own + mass * sum(game.running(), cost -> cost.share(x, log));
            charged[k + 1] += own + mass * sum(game.running(), cost -> cost.variation(x, log));
        }
    }

    private static double sum(List<LawCost> costs, ToDoubleFunction<LawCost> part) {
        double sum = 0;
        for (LawCost cost : costs) {
            sum += part.applyAsDouble(cost);
        }
        return sum;
    }

    /**
     * Without noise and running costs one step is exact: paths are straight, and the solution is the monotone map.
     *
     * @param cells n, at least 3
     * @param steps N
     * @throws ArithmeticException no solution was found
     */
    public static Solution of(PotentialGame game, int cells, int steps) {
        return new Solution(game, Paths.straight(game, cells, steps));
    }

    /**
     * With twice the cells, and the steps where they are more than one.
     * @throws ArithmeticException no solution was found
     */
    public Solution refined() {
        return new Solution(game, paths.refined(game));
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

    /** The law of the cells between given walls. */
    CellLaw law(double[] walls) {
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

    /** d log rho/dx there. */
    double score(int k, int i) {
        return scores[k][i];
    }

    /** log rho at wall i at time k T / N. */
    double logDensity(int k, int i) {
        return law(k).logDensity(wall(k, i));
    }

    /**
     * E U(X_t, t) at time k T / N, in units of the time 0: what is left to pay, the variations of costs of the law in their place; 0 at an end that is
     * given.
     * @param k in [0, N]
     */
    double leftFrom(double k) {
        return game.discounted(game.horizon()) * terminalVariation + charged[steps()] - at(charged, k);
    }

    private double variationOfTheEnd() {
        CellLaw end = law(steps());
        double sum = 0;
        for (int i = 0; i <= cells(); i++) {
            double x = end.wall(i);
            double h = game.terminalPotential().value(game.horizon(), x);
            double logDensity = end.logDensity(x);
            sum += weight(i) * (h + sum(game.terminal(), cost -> cost.variation(x, logDensity)));
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
     * What agents pay until time k T / N, on average, that of the end left out; straight in steps.
     *
     * @param k in [0, N]
     */
    public double paidUntil(double k) {
        return at(paid, k);
    }

    private double at(double[] sums, double k) {
        int step = (int) Math.min(k, steps() - 1.0);
        return sums[step] + (k - step) * (sums[step + 1] - sums[step]);
    }
}
