package io.github.murmuration.grid;

import java.util.Arrays;

/** What cells hold of the start, equally wide then, and keep: logarithms of exact masses, however small. */
final class Masses {
    private final double[] walls;

    /** [n + 2]; the first and the last are those of the tails. */
    private final double[] logs;

    /** [n + 1] */
    private final double[] weights;

    private final double lowScore;
    private final double highScore;

    Masses(LineLaw start, int cells) {
        double width = (start.high() - start.low()) / cells;
        walls = new double[cells + 1];
        Arrays.setAll(walls, i -> start.low() + i * width);
        logs = new double[cells + 2];
        Arrays.setAll(logs, i -> start.logMass(wall(i - 1), wall(i)));
        weights = new double[cells + 1];
        Arrays.setAll(weights, i -> share(i) + share(i + 1));
        lowScore = width * start.score(walls[0]);
        highScore = width * start.score(walls[cells]);
    }

    /** Of the mass before wall i; infinite outside. */
    private double wall(int i) {
        return i < 0 ? Double.NEGATIVE_INFINITY : i == walls.length ? Double.POSITIVE_INFINITY : walls[i];
    }

    /** What a wall gets of the mass at place i of the logarithms. */
    private double share(int i) {
        boolean tail = i == 0 || i == logs.length - 1;
        return Math.exp(logs[i]) * (tail ? 1 : 0.5);
    }

    /** n. */
    int cells() {
        return walls.length - 1;
    }

    /** At the start, the walls of all cells, [n + 1]. */
    double[] walls() {
        return walls.clone();
    }

    /** log of the mass of cell i; of that below all cells for -1, and above for n. */
    double log(int i) {
        return logs[i + 1];
    }

    /** The mass about wall i: half of that of either cell, and all of a tail. */
    double weight(int i) {
        return weights[i];
    }

    /** The largest factor by which masses of neighbours differ, beyond the ends too, as a logarithm. */
    double steepest() {
        double steepest = Math.max(Math.abs(lowScore), Math.abs(highScore));
        for (int i = 0; i + 1 < cells(); i++) {
            steepest = Math.max(steepest, Math.abs(log(i + 1) - log(i)));
        }
        return steepest;
    }

    /** d log rho / dx of the start at its lowest wall, times the width of a cell. */
    double lowScore() {
        return lowScore;
    }

    /** The same at its highest wall. */
    double highScore() {
        return highScore;
    }
}
