package io.github.murmuration.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Fluctuations about a law on a grid. There N agents are N chains p' = K(M) p, drawn independently of each other for given means M, which
 * are theirs. A functional of the last law has a derivative u by the law before each step,
 *
 * <pre>
 * u = K^T u' + sum_f c_f dM_f/dp,   c_f = u' . dK/dM_f p
 * </pre>
 *
 * and N times its variance is Var u of the start, and E[K^T u'^2 - (K^T u')^2] of every step.
 */
final class Linearised {

    /** Change of a mean that the derivative by it is taken from, relative where the mean is above 1. */
    private static final double DIFFERENCE = 1e-4;

    private record Step(double t, double dt, double[] means, double[][] masses) {}

    /** Of the mean of a function over the agents that live. */
    private static final class Functional {
        final double[][] derivative;
        double variance;

        Functional(int marks, int points) {
            derivative = new double[marks][points];
        }
    }

    private final Problem problem;
    private final Grid grid;
    private final Chain chain;
    private final List<Step> steps = new ArrayList<>();
    private final List<Functional> functionals = new ArrayList<>();
    private final double[] row;

    private Linearised(Problem problem, Grid grid, Steps length) {
        this.problem = problem;
        this.grid = grid;
        this.chain = new Chain(problem.equation(), grid);
        double[][] rows = new FokkerPlanck(problem, grid)
                .run(length, (t, dt, means, masses) -> steps.add(new Step(t, dt, means.clone(), copy(masses))))
                .rows();
        this.row = rows[rows.length - 1];
    }

    private static double[][] copy(double[][] masses) {
        return Arrays.stream(masses).map(double[]::clone).toArray(double[][]::new);
    }

    /** At the last time, which alone is recorded. */
    static Fluctuations of(Problem problem, Grid grid, Steps length) {
        Linearised law = new Linearised(problem, grid, length);
        int others = problem.equation().features() + 1;
        double mean = law.row[others + Moments.MEAN];
        double variance = law.row[others + Moments.VARIANCE];
        if (grid.ring()) {
            double turn = 2 * Math.PI / grid.length();
            law.add(x -> Math.cos(turn * (x - mean)), 1 - variance);
        } else {
            law.add(x -> (x - mean) * (x - mean), variance);
            law.add(x -> x, mean);
        }
        List<Double> deviations = law.deviations();
        return new Fluctuations(grid.ring() ? Double.NaN : deviations.get(1), deviations.get(0));
    }

    private void add(DoubleUnaryOperator f, double mean) {
        Functional functional = new Functional(problem.marks().points().length, grid.points());
        double living = row[problem.equation().features()];
        for (double[] each : functional.derivative) {
            for (int i = grid.firstLiving(); i <= grid.lastLiving(); i++) {
                each[i] = (f.applyAsDouble(grid.point(i)) - mean) / living;
            }
        }
        functionals.add(functional);
    }

    private List<Double> deviations() {
        for (int k = steps.size() - 1; k >= 0; k--) {
            double[][] influences = influences(steps.get(k));
            for (int u = 0; u < functionals.size(); u++) {
                addMeans(steps.get(k), influences[u], functionals.get(u));
            }
        }
        return functionals.stream()
                .map(each -> Math.sqrt(each.variance + ofStart(each)))
                .toList();
    }

    /** Takes every functional to what it is expected to be before the step; c_f [functionals][F + 1]. */
    private double[][] influences(Step step) {
        double[][] influences = new double[functionals.size()][step.means().length];
        for (int j = 0; j < step.masses().length; j++) {
            set(step, j, step.means());
            double[][] expected = new double[functionals.size()][];
            for (int u = 0; u < expected.length; u++) {
                expected[u] = expected(step, j, functionals.get(u));
            }
            for (int f = 0; f < step.means().length - (problem.boundary().absorbs() ? 0 : 1); f++) {
                addInfluences(step, j, f, expected, influences);
            }
            for (int u = 0; u < expected.length; u++) {
                functionals.get(u).derivative[j] = expected[u];
            }
        }
        return influences;
    }

    private void set(Step step, int mark, double[] means) {
        chain.set(step.t() + step.dt() / 2, problem.marks().points()[mark], means, step.dt());
    }

    private double[] expected(Step step, int mark, Functional functional) {
        double[] expected = functional.derivative[mark].clone();
        chain.expect(expected);
        double[] squares =
                Arrays.stream(functional.derivative[mark]).map(u -> u * u).toArray();
        chain.expect(squares);
        double weight = problem.marks().weights()[mark];
        for (int i = 0; i < expected.length; i++) {
            functional.variance += weight * step.masses()[mark][i] * (squares[i] - expected[i] * expected[i]);
        }
        return expected;
    }

    private void addInfluences(Step step, int mark, int f, double[][] expected, double[][] influences) {
        double[] means = step.means().clone();
        double difference = DIFFERENCE * Math.max(1, Math.abs(means[f]));
        means[f] += difference;
        set(step, mark, means);
        double scale = problem.marks().weights()[mark] / difference;
        for (int u = 0; u < expected.length; u++) {
            double[] changed = functionals.get(u).derivative[mark].clone();
            chain.expect(changed);
            for (int i = 0; i < changed.length; i++) {
                influences[u][f] += scale * step.masses()[mark][i] * (changed[i] - expected[u][i]);
            }
        }
    }

    private void addMeans(Step step, double[] influence, Functional functional) {
        int features = influence.length - 1;
        double[] values = new double[features];
        double living = step.means()[features];
        for (int j = 0; j < functional.derivative.length; j++) {
            for (int i = grid.firstLiving(); i <= grid.lastLiving(); i++) {
                problem.equation()
                        .features(step.t(), grid.point(i), problem.marks().points()[j], values);
                functional.derivative[j][i] += influence[features];
                for (int f = 0; f < features; f++) {
                    functional.derivative[j][i] += influence[f] * (values[f] - step.means()[f]) / living;
                }
            }
        }
    }

    private double ofStart(Functional functional) {
        double mean = 0;
        double square = 0;
        double[][] masses = steps.get(0).masses();
        for (int j = 0; j < masses.length; j++) {
            for (int i = 0; i < masses[j].length; i++) {
                double part = problem.marks().weights()[j] * masses[j][i] * functional.derivative[j][i];
                mean += part;
                square += part * functional.derivative[j][i];
            }
        }
        return square - mean * mean;
    }
}
