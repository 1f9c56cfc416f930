package io.github.murmuration.grid;

/**
 * What the agents about a wall, of mass w, pay in a step as a function of the positions of three walls halfway in it and of the velocity of their
 * own: w dt ( a v^2/2 + V + (c g)^2/8 ) with v = (dx/dt - f + (sigma^2/2) g) / gain and g = d log rho / dx.
 */
final class WallRate {

    /** Number of the variable that the velocity is; the others are the positions. */
    static final int VELOCITY = 3;

    private final PotentialGame game;
    private final Paths paths;
    private final double step;
    private final boolean curved;
    private final Score score = new Score();
    private final double[] slopes = new double[4];
    private final Term term = new Term(4);
    private double t;
    private double x;
    private double mass;
    private int self;
    private double control;
    private double controlCost;
    private double stateCost;

    /** @param curved whether second derivatives of v and g count; else the Hessian is that of Gauss and Newton */
    WallRate(PotentialGame game, Paths paths, boolean curved) {
        this.game = game;
        this.paths = paths;
        this.step = game.horizon() / paths.steps();
        this.curved = curved;
    }

    Term term() {
        return term;
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
        mass = paths.masses().weight(i) * step;
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
        double diffusion = game.noise() * game.noise() / 2;
        double weight = mass * game.discount(t);
        control = (velocity - game.drift().value(t, x) + diffusion * score.value) / game.gain();
        controlCost = weight * control * control / 2;
        for (int s = 0; s < 3; s++) {
            slopes[s] = diffusion * score.gradient[s] / game.gain();
        }
        slopes[self] -= game.drift().slope(t, x) / game.gain();
        slopes[VELOCITY] = 1 / game.gain();
        term.addChain(weight * control, weight, slopes);
        if (curved) {
            addScore(weight * control * diffusion / game.gain());
            term.hessian[self][self] -= weight * control * game.drift().curvature(t, x) / game.gain();
        }
    }

    private void setState() {
        double square = mass * game.scoreWeight() * game.scoreWeight() / 4;
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

    /** Adds a multiple of the second derivatives of g. */
    private void addScore(double factor) {
        for (int s = 0; s < 3; s++) {
            for (int r = 0; r < 3; r++) {
                term.hessian[s][r] += factor * score.hessian[s][r];
            }
        }
    }
}
