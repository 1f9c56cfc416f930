package io.github.murmuration.grid;

import java.util.Arrays;

/**
 * Newton's method for the paths of least cost, as far as rounding lets it go. A step is shortened until the cost falls and no cell loses more than nine tenths of its width. Where
 * the Hessian is not positive definite, that of Gauss and Newton takes its place, and with it, if need be, a multiple of the control cost's.
 */
final class Descent {
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 40;
    private static final double SMALL = 1e-6;
    private static final double ROUNDING = 1e-13;
    private static final double ARMIJO = 1e-4;
    private static final double MOST_LOSS = 0.9;

    /** Steps in a row that leave the cost as it is, and the residual but for a tenth. */
    private static final int MOST_IDLE = 10;

    private static final double STILL = 0.9;

    /** Logarithm of the factor by which masses of neighbours may differ where their ratio counts: with more, outer cells shrink to nothing. */
    private static final double STEEP = 0.6;

    /** With still more they always do. */
    private static final double MOST_STEEP = 1;

    /** Of the control cost's Hessian. */
    private static final double MOST_SHIFT = 1e12;

    private final PotentialGame game;
    private Paths paths;
    private Action action;
    private int iterations;

    /** @throws ArithmeticException there are no paths of least cost near these */
    Descent(PotentialGame game, Paths start) {
        this.game = game;
        this.paths = start;
        if (steep() > MOST_STEEP) {
            throw new ArithmeticException(
                    start.cells() + " cells do not resolve the tails of the start; " + moreCells());
        }
        this.action = new Action(game, start, true);
        search();
        if (!(residual() <= SMALL)) {
            throw unsolved("is left");
        }
    }

    private void search() {
        double before;
        double cost;
        int idle = 0;
        do {
            before = residual();
            cost = costs().total();
            if (iterations++ == MOST_STEPS || idle == MOST_IDLE) {
                throw unsolved("is left after " + iterations + " steps of Newton's method");
            }
            if (Double.isNaN(before) || !improved(direction())) {
                return;
            }
            idle = residual() > STILL * before && cost - costs().total() < rounding(cost) ? idle + 1 : 0;
        } while (residual() > SMALL || residual() < before / 2);
    }

    private static double rounding(double cost) {
        return ROUNDING * (1 + Math.abs(cost));
    }

    /** Logarithm of the factor by which masses of neighbours differ; 0 where their ratio does not count. */
    private double steep() {
        return game.feelsSlopes() ? paths.masses().steepest() : 0;
    }

    private String moreCells() {
        return "take " + 10 * (int) Math.ceil(paths.cells() * steep() / STEEP / 10) + " cells";
    }

    private ArithmeticException unsolved(String how) {
        if (Double.isNaN(residual() + costs().total())) {
            return new ArithmeticException(
                    "drift, gain, noise or costs without a value, or without a derivative, between "
                            + (float) game.start().low() + " and "
                            + (float) game.start().high()
                            + ", where agents start, or where they go from there");
        }
        return new ArithmeticException("no paths of least cost: a residual of " + (float) residual() + " " + how
                + "; " + (steep() > STEEP ? moreCells() : "take more cells and steps")
                + ", or drift, noise and costs that vary less");
    }

    Paths paths() {
        return paths;
    }

    Costs costs() {
        return action.costs();
    }

    int iterations() {
        return iterations;
    }

    /** The largest derivative of the cost by a wall over the mass about it and a: what the paths miss, as a change of the control. */
    double residual() {
        double[] gradient = action.gradient();
        double largest = 0;
        for (int index = 0; index < gradient.length; index++) {
            largest = Math.max(largest, Math.abs(gradient[index]) / scale(index));
        }
        return largest;
    }

    private double scale(int index) {
        int k = index % paths.steps() + 1;
        return paths.masses().weight(index / paths.steps()) * game.discounted(game.horizon() * k / paths.steps());
    }

    private double[] direction() {
        double[] direction = action.gradient().clone();
        Arrays.setAll(direction, index -> -direction[index]);
        BandedMatrix hessian = action.hessian();
        if (!hessian.factorise()) {
            hessian = shifted(new Action(game, paths, false).hessian());
        }
        hessian.solve(direction);
        return direction;
    }

    /**
     * The factors of a matrix with so much of the control cost's that it is positive definite.
     * @throws ArithmeticException there is none
     */
    private BandedMatrix shifted(BandedMatrix gauss) {
        for (double more = 0; more < MOST_SHIFT; more = Math.max(0.01, 4 * more)) {
            BandedMatrix shifted = gauss.copy();
            for (int index = 0; index < action.gradient().length; index++) {
                shifted.add(index, index, more * scale(index) * paths.steps() / game.horizon());
            }
            if (shifted.factorise()) {
                return shifted;
            }
        }
        throw unsolved("is left where second derivatives of the costs are too large");
    }

    /**
     * Goes in a direction.
     * @return whether the cost fell, or rose by no more than its rounding
     */
    private boolean improved(double[] direction) {
        double slope = 0;
        for (int index = 0; index < direction.length; index++) {
            slope += direction[index] * action.gradient()[index];
        }
        double before = action.costs().total() + rounding(action.costs().total());
        double share = paths.room(direction, MOST_LOSS);
        for (int halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
            Paths moved = paths.moved(direction, share);
            Action next = new Action(game, moved, true);
            if (next.costs().total() <= before + ARMIJO * share * slope) {
                paths = moved;
                action = next;
                return true;
            }
        }
        return false;
    }
}
