package io.github.murmuration.grid;

import java.util.Arrays;

/**
 * Walls of cells at the times k T / N. Cells keep their masses, so that the law is positive and its mass is kept wherever the walls go, as long as
 * they keep their order; the tails go with the outer walls.
 *
 * @param walls [N + 1][n + 1]
 */
record Paths(Masses masses, double[][] walls) {

    /** Agents that stay where they start, or go straight to the end that is given. */
    static Paths straight(PotentialGame game, int cells, int steps) {
        Masses masses = new Masses(game.start(), cells);
        double[] from = masses.walls();
        double[] to = masses.walls();
        game.end().ifPresent(end -> Arrays.setAll(to, i -> end.matched(game.start(), from[i])));
        double[][] walls = new double[steps + 1][cells + 1];
        for (int k = 0; k <= steps; k++) {
            double share = (double) k / steps;
            Arrays.setAll(walls[k], i -> from[i] + share * (to[i] - from[i]));
        }
        return new Paths(masses, walls);
    }

    int cells() {
        return masses.cells();
    }

    int steps() {
        return walls.length - 1;
    }

    /** Halfway in the step from k to k + 1. */
    double middle(int k, int i) {
        return (walls[k][i] + walls[k + 1][i]) / 2;
    }

    /** Moved by a share of a step of wall i at time k, at [i N + k - 1]. */
    Paths moved(double[] step, double share) {
        double[][] moved = new double[walls.length][];
        moved[0] = walls[0];
        for (int k = 1; k < walls.length; k++) {
            moved[k] = walls[k].clone();
            for (int i = 0; i <= cells(); i++) {
                moved[k][i] += share * step[i * steps() + k - 1];
            }
        }
        return new Paths(masses, moved);
    }

    /** The largest share of a step, at most 1, that takes no more than that part of the width of any cell. */
    double room(double[] step, double part) {
        double room = 1;
        for (int k = 1; k < walls.length; k++) {
            for (int i = 0; i < cells(); i++) {
                double lost = step[i * steps() + k - 1] - step[(i + 1) * steps() + k - 1];
                double most = part * (walls[k][i + 1] - walls[k][i]);
                room = lost > most ? Math.min(room, most / lost) : room;
            }
        }
        return room;
    }

    /** Twice the cells, and the steps where they are more than one; walls in between are halfway. */
    Paths refined(PotentialGame game) {
        int ratio = steps() == 1 ? 1 : 2;
        Paths finer = straight(game, 2 * cells(), ratio * steps());
        int free = game.end().isPresent() ? finer.steps() - 1 : finer.steps();
        for (int k = 1; k <= free; k++) {
            for (int i = 0; i <= finer.cells(); i++) {
                finer.walls[k][i] = (refined(walls[k / ratio], i) + refined(walls[(k + ratio - 1) / ratio], i)) / 2;
            }
        }
        return finer;
    }

    private static double refined(double[] coarse, int i) {
        return (coarse[i / 2] + coarse[(i + 1) / 2]) / 2;
    }
}
