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
        this.action = new Action(game, start, true);
        double before;
        do {
            before = residual();
            if (iterations++ == MOST_STEPS) {
                throw unsolved("is left after " + MOST_STEPS + " steps of Newton's method");
            }
        } while (!Double.isNaN(before) && improved(direction()) && (residual() > SMALL || residual() < before / 2));
        if (!(residual() <= SMALL)) {
            throw unsolved("is left");
        }
    }

    private ArithmeticException unsolved(String how) {
        if (Double.isNaN(residual() + costs().total())) {
            return new ArithmeticException("drift or costs without a value, or without a derivative, between "
                    + (float) game.start().low() + " and "
                    + (float) game.start().high()
                    + ", where agents start, or where they go from there");
        }
        return new ArithmeticException(
                "no paths of least cost: a residual of " + (float) residual() + " " + how
                        + "; take more cells and steps, which resolve the tails of the start, or drift and costs that vary less");
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
        return paths.masses().weight(index / paths.steps()) * game.discount(game.horizon() * k / paths.steps());
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
        double before =
                action.costs().total() + ROUNDING * (1 + Math.abs(action.costs().total()));
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
