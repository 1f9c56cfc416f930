package io.github.murmuration.grid;

/**
 * The cost of paths: over steps of length T / N the rates at the middle of the step, and the cost of the end, with the gradient and the Hessian
 * by the walls. Its minimum over the walls approaches the value of the game as the square of the step and of the width of cells.
 */
final class Action {
    private final PotentialGame game;
    private final Paths paths;
    private final double step;
    private final Assembly assembly;
    private final Term cell = new Term(2);
    private final Term point = new Term(1);
    private double control;
    private double state;
    private double running;
    private double terminal;

    /** @param curved whether the Hessian is whole; else it is that of Gauss and Newton, without second derivatives of the control */
    Action(PotentialGame game, Paths paths, boolean curved) {
        this.game = game;
        this.paths = paths;
        this.step = game.horizon() / paths.steps();
        this.assembly =
                new Assembly(paths.cells(), paths.steps(), step, game.end().isPresent());
        addWalls(new WallRate(game, paths, curved));
        game.running().forEach(this::addRunning);
        game.terminal().forEach(this::addTerminal);
        addTerminalPotential();
    }

    Costs costs() {
        return new Costs(control, state, running, terminal);
    }

    /** By wall i at time k at [i N + k - 1]. */
    double[] gradient() {
        return assembly.gradient();
    }

    BandedMatrix hessian() {
        return assembly.hessian();
    }

    private void addWalls(WallRate rate) {
        for (int k = 0; k < paths.steps(); k++) {
            for (int i = 0; i <= paths.cells(); i++) {
                rate.set(k, i);
                for (int s = 0; s < 3; s++) {
                    assembly.middle(s, k, WallRate.first(paths, i) + s);
                }
                assembly.velocity(WallRate.VELOCITY, k, i);
                assembly.add(rate.term());
                control += rate.controlCost();
                state += rate.stateCost();
            }
        }
    }

    private void addRunning(LawCost cost) {
        for (int k = 0; k < paths.steps(); k++) {
            double weight = step * game.discounted((k + 0.5) * step);
            for (int i = -1; i <= paths.cells(); i++) {
                assembly.middle(0, k, Math.max(0, i));
                assembly.middle(1, k, Math.min(paths.cells(), i + 1));
                running += addCell(cost, i, weight, middle(k, i), middle(k, i + 1));
            }
        }
    }

    private void addTerminal(LawCost cost) {
        double weight = game.discounted(game.horizon());
        for (int i = -1; i <= paths.cells(); i++) {
            assembly.end(0, Math.max(0, i));
            assembly.end(1, Math.min(paths.cells(), i + 1));
            terminal += addCell(cost, i, weight, end(i), end(i + 1));
        }
    }

    private double addCell(LawCost cost, int i, double weight, double low, double high) {
        cell.clear();
        cost.add(paths.masses().log(i), low, high, weight, cell);
        assembly.add(cell);
        return cell.value;
    }

    private void addTerminalPotential() {
        double t = game.horizon();
        for (int i = 0; i <= paths.cells(); i++) {
            double weight = paths.masses().weight(i) * game.discounted(t);
            double x = end(i);
            assembly.end(0, i);
            point.value = weight * game.terminalPotential().value(t, x);
            point.gradient[0] = weight * game.terminalPotential().slope(t, x);
            point.hessian[0][0] = weight * game.terminalPotential().curvature(t, x);
            assembly.add(point);
            terminal += point.value;
        }
    }

    private double middle(int k, int i) {
        return outside(i) ? infinite(i) : paths.middle(k, i);
    }

    private double end(int i) {
        return outside(i) ? infinite(i) : paths.walls()[paths.steps()][i];
    }

    private boolean outside(int i) {
        return i < 0 || i > paths.cells();
    }

    private static double infinite(int i) {
        return i < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
