package io.github.murmuration.grid;

import java.util.Arrays;

/** A law of cells, uniform in each, whose tails are where the outer walls are. */
public final class CellLaw {
    private final double[] walls;
    private final Masses masses;

    CellLaw(double[] walls, Masses masses) {
        this.walls = walls;
        this.masses = masses;
    }

    double wall(int i) {
        return walls[i];
    }

    public double mean() {
        return moment(0, 1);
    }

    public double variance() {
        return moment(mean(), 2);
    }

    /** E (X - E X)^4. */
    public double fourthMoment() {
        return moment(mean(), 4);
    }

    /** E (X - about)^power over the cells. */
    private double moment(double about, int power) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < masses.cells(); i++) {
            double mass = Math.exp(masses.log(i));
            sum += mass * uniform(walls[i] - about, walls[i + 1] - about, power);
            total += mass;
        }
        return sum / total;
    }

    /** Mean of y^p over an interval: the sum of low^j high^(p - j) over p + 1. */
    private static double uniform(double low, double high, int power) {
        double sum = 0;
        for (int j = 0; j <= power; j++) {
            sum += Math.pow(low, j) * Math.pow(high, power - j);
        }
        return sum / (power + 1);
    }

    /** {@code P(X < x)}. */
    public double below(double x) {
        double below = x < walls[0] ? 0 : Math.exp(masses.log(-1));
        for (int i = 0; i < masses.cells() && x > walls[i]; i++) {
            double share = Math.min(1, (x - walls[i]) / (walls[i + 1] - walls[i]));
            below += share * Math.exp(masses.log(i));
        }
        return below;
    }

    /** log of the density, straight between the middles of cells and beyond. */
    public double logDensity(double x) {
        int found = Arrays.binarySearch(walls, x);
        int cell = Math.max(0, Math.min(masses.cells() - 1, found < 0 ? -found - 2 : found));
        int before = x < (walls[cell] + walls[cell + 1]) / 2 ? cell - 1 : cell;
        int i = Math.max(0, Math.min(masses.cells() - 2, before));
        double low = (walls[i] + walls[i + 1]) / 2;
        double high = (walls[i + 1] + walls[i + 2]) / 2;
        double below = masses.log(i) - Math.log(walls[i + 1] - walls[i]);
        double above = masses.log(i + 1) - Math.log(walls[i + 2] - walls[i + 1]);
        return below + (above - below) * (x - low) / (high - low);
    }
}
