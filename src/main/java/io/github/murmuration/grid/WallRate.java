package io.github.murmuration.grid;

import java.util.Arrays;

/**
 * What the agents about a wall, of mass w, pay in a step as a function of the positions of three walls halfway in it and of the velocity of their
 * own: w dt a ( v^2/2 + V + fisher q^2 ) with v = (dx/dt - b + D q)/g and q = d log rho/dx; b, g and D are those of the {@link Motion}.
 */
final class WallRate {

    /** Number of the variable that the velocity is; the others are the positions. */
    static final int VELOCITY = 3;

    private final PotentialGame game;
    private final Paths paths;
    private final double step;
    private final boolean curved;
    private final Score score = new Score();
    private final double[] flows = new double[4];
    private final double[] slopes = new double[4];
    private final Term term = new Term(4);
    private double t;
    private double x;

    /** About the wall, times a dt. */
    private double mass;

    private int self;
    private double flow;
    private double control;
    private double controlCost;
    private double stateCost;

    /** @param curved whether second derivatives of v and q count; else the Hessian is that of Gauss and Newton */
    WallRate(PotentialGame game, Paths paths, boolean curved) {
        this.game = game;
        this.paths = paths;
        this.step = game.horizon() / paths.steps();
        this.curved = curved;
    }

    Term term() {
        return term;
    }

    /** q. */
    double score() {
        return score.value;
    }

    /** v. */
    double control() {
        return control;
    }

    double controlCost() {
        return controlCost;
    }

    double stateCost() {
        return stateCost;
    }

    /** The first of the three walls: the one before i, but for outer walls. */
    static int first(Paths paths, int i) {
        return Math.max(0, Math.min(paths.cells() - 2, i - 1));
    }

    /** In the step from k to k + 1, at wall i. */
    void set(int k, int i) {
        t = (k + 0.5) * step;
        x = paths.middle(k, i);
        mass = paths.masses().weight(i) * step * game.discounted(t);
        self = i - first(paths, i);
        setScore(k, first(paths, i));
        term.clear();
        setControl((paths.walls()[k + 1][i] - paths.walls()[k][i]) / step);
        setState();
        term.value = controlCost + stateCost;
    }

    private void setScore(int k, int first) {
        Masses masses = paths.masses();
        double before = paths.middle(k, first + 1) - paths.middle(k, first);
        double after = paths.middle(k, first + 2) - paths.middle(k, first + 1);
        switch (self) {
            case 0 -> score.setOuter(masses.lowScore(), before, 0);
            case 1 -> score.set(masses.log(first + 1) - masses.log(first), before, after);
            default -> score.setOuter(masses.highScore(), after, 1);
        }
    }

    private void setControl(double velocity) {
        Motion motion = game.motion();
        double diffusion = motion.diffusion().value(t, x);
        double resistance = motion.resistance().value(t, x);
        flow = velocity - motion.drift().value(t, x) + diffusion * score.value;
        control = resistance * flow;
        controlCost = mass * control * control / 2;
        for (int s = 0; s < 3; s++) {
            flows[s] = diffusion * score.gradient[s];
        }
        flows[self] +=
                motion.diffusion().slope(t, x) * score.value - motion.drift().slope(t, x);
        flows[VELOCITY] = 1;
        Arrays.setAll(slopes, s -> resistance * flows[s]);
        slopes[self] += motion.resistance().slope(t, x) * flow;
        term.addChain(mass * control, mass, slopes);
        if (curved) {
            addScore(mass * control * resistance * diffusion);
            addCurvature(motion, mass * control);
        }
    }

    /** Adds a multiple of the second derivatives of v, those of q left out. */
    private void addCurvature(Motion motion, double factor) {
        double resistance = motion.resistance().value(t, x);
        double bent = motion.diffusion().curvature(t, x) * score.value
                - motion.drift().curvature(t, x);
        addCross(factor * resistance * motion.diffusion().slope(t, x), score.gradient);
        addCross(factor * motion.resistance().slope(t, x), flows);
        term.hessian[self][self] +=
                factor * (resistance * bent + motion.resistance().curvature(t, x) * flow);
    }

    /** Adds a multiple of the products of the place of the wall with other variables. */
    private void addCross(double factor, double[] other) {
        for (int s = 0; s < other.length; s++) {
            term.hessian[self][s] += factor * other[s];
            term.hessian[s][self] += factor * other[s];
        }
    }

    private void setState() {
        double square = 2 * mass * game.fisher();
        stateCost = mass * game.potential().value(t, x) + square * score.value * score.value / 2;
        term.gradient[self] += mass * game.potential().slope(t, x);
        term.hessian[self][self] += mass * game.potential().curvature(t, x);
        System.arraycopy(score.gradient, 0, slopes, 0, 3);
        slopes[VELOCITY] = 0;
        term.addChain(square * score.value, square, slopes);
        if (curved) {
            addScore(square * score.value);
        }
    }

    /** Adds a multiple of the second derivatives of q. */
    private void addScore(double factor) {
        for (int s = 0; s < 3; s++) {
            for (int r = 0; r < 3; r++) {
                term.hessian[s][r] += factor * score.hessian[s][r];
            }
        }
    }
}
