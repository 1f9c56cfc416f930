package io.github.murmuration.limit;

import java.util.Arrays;

/** The law of agents without noise, which no end absorbs: atoms of the start, with every mark, along dx = b dt by Runge-Kutta steps of fourth order. */
final class Characteristics implements Law {

    private final Problem problem;
    private final Moments moments;
    private final double[] theta;
    private final double[] weights;
    private final double[] means;
    private final double[] x;
    private final double[] begun;
    private final double[] moved;
    private double cost;
    private double paid;

    /** @param share spacing of atoms of the start, in deviations of its components */
    Characteristics(Problem problem, double share) {
        this.problem = problem;
        this.moments = new Moments(problem.equation(), problem.boundary());
        this.means = new double[problem.equation().features() + 1];
        Atoms start = Atoms.of(problem.start(), Double.POSITIVE_INFINITY, share);
        Atoms marks = problem.marks();
        int each = start.points().length;
        int count = each * marks.points().length;
        this.theta = new double[count];
        this.weights = new double[count];
        this.x = new double[count];
        for (int i = 0; i < count; i++) {
            theta[i] = marks.points()[i / each];
            weights[i] = marks.weights()[i / each] * start.weights()[i % each];
            x[i] = problem.boundary().inside(start.points()[i % each]);
        }
        this.begun = x.clone();
        this.moved = new double[count];
    }

    int atoms() {
        return x.length;
    }

    /** @return null where an atom meets noise */
    Run run(Steps length) {
        int times = problem.times().length;
        double[][] rows = new double[times][];
        for (int r = 0; r < times; r++) {
            int steps = length.count(problem, r);
            double dt = problem.length(r) / steps;
            for (int k = 0; k < steps; k++) {
                double t = problem.before(r) + k * dt;
                if (noisy(t)) {
                    return null;
                }
                step(t, k + 1 == steps ? problem.times()[r] : t + dt, dt);
            }
            moments.means(this, problem.times()[r], means);
            rows[r] = moments.row(this, problem.times()[r], means, cost);
        }
        return new Run(rows, null, null);
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int i = 0; i < x.length; i++) {
            visitor.visit(x[i], theta[i], weights[i]);
        }
    }

    @Override
    public double atLow() {
        return 0;
    }

    @Override
    public double atHigh() {
        return 0;
    }

    private boolean noisy(double t) {
        moments.means(this, t, means);
        for (int i = 0; i < x.length; i++) {
            if (problem.equation().noise(t, x[i], theta[i], means) != 0) {
                return true;
            }
        }
        return false;
    }

    private void step(double t, double end, double dt) {
        double before = Math.nextDown(end); // a jump at the end is the next step's
        System.arraycopy(x, 0, begun, 0, x.length);
        Arrays.fill(moved, 0);
        paid = 0;
        stage(t, dt / 6, dt / 2);
        stage(t + dt / 2, dt / 3, dt / 2);
        stage(t + dt / 2, dt / 3, dt);
        stage(before, dt / 6, 0);
        for (int i = 0; i < x.length; i++) {
            x[i] = problem.boundary().inside(begun[i] + moved[i]);
        }
        cost += paid;
    }

    /** Adds a share of what moves now, and goes ahead with it from the step's beginning to the next stage. */
    private void stage(double t, double share, double ahead) {
        moments.means(this, t, means);
        paid += share * moments.costRate(this, t, means);
        for (int i = 0; i < x.length; i++) {
            double b = problem.equation().drift(t, x[i], theta[i], means);
            moved[i] += share * b;
            x[i] = problem.boundary().inside(begun[i] + ahead * b);
        }
    }
}
