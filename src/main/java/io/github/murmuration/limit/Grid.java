package io.github.murmuration.limit;

import java.util.Arrays;

/**
 * Equally spaced points x_i and the cells about them, [x_i - h/2, x_i + h/2]; half a cell at the ends of an interval. Points of a grid
 * are points of the one with twice the intervals.
 */
final class Grid {

    private final Boundary boundary;
    private final int intervals;
    private final double low;
    private final double spacing;
    private final double[] points;
    private final double[] perVolume;

    Grid(Boundary domain, int intervals) {
        this.boundary = domain;
        this.intervals = intervals;
        this.low = domain.low();
        this.spacing = (domain.high() - low) / intervals;
        this.points = new double[ring() ? intervals : intervals + 1];
        this.perVolume = new double[points.length];
        Arrays.setAll(points, i -> i == intervals ? domain.high() : low + i * spacing);
        Arrays.setAll(perVolume, i -> (!ring() && (i == 0 || i == intervals) ? 2 : 1) / spacing);
    }

    int points() {
        return points.length;
    }

    /** Boundaries between cells: as many as there are intervals; the i-th lies between points i and i + 1, or between the last and 0. */
    int intervals() {
        return intervals;
    }

    boolean ring() {
        return boundary.periodic();
    }

    /** The lowest point of agents that live: an end that absorbs is none. */
    int firstLiving() {
        return boundary.absorbsLow() ? 1 : 0;
    }

    int lastLiving() {
        return points.length - (boundary.absorbsHigh() ? 2 : 1);
    }

    double length() {
        return intervals * spacing;
    }

    double spacing() {
        return spacing;
    }

    double point(int i) {
        return points[i];
    }

    double between(int i) {
        return low + (i + 0.5) * spacing;
    }

    /** 1 / the size of cell i. */
    double perVolume(int i) {
        return perVolume[i];
    }

    /**
     * Adds an atom as the cubic B-spline about it: mean exact, variance h^2/3 wherever it lies, so that what this changes is smooth in
     * h^2. What lies beyond an end that absorbs has its image taken away inside, as odd functions have it, and is absorbed with it.
     */
    void add(double x, double weight, double[] masses) {
        double s = (boundary.inside(x) - low) / spacing;
        int i = (int) Math.min(intervals - 1, Math.floor(s));
        double r = s - i;
        double q = 1 - r;
        beyond(i - 1, weight * q * q * q / 6, masses);
        masses[index(i)] += weight * (4 - 6 * r * r + 3 * r * r * r) / 6;
        masses[index(i + 1)] += weight * (4 - 6 * q * q + 3 * q * q * q) / 6;
        beyond(i + 2, weight * r * r * r / 6, masses);
    }

    /** Adds to a point that may lie beyond an end. */
    private void beyond(int i, double weight, double[] masses) {
        boolean absorbed = i < 0 && boundary.absorbsLow() || i > intervals && boundary.absorbsHigh();
        masses[index(i)] += absorbed ? -weight : weight;
        if (absorbed) {
            masses[i < 0 ? 0 : intervals] += 2 * weight;
        }
    }

    private int index(int i) {
        if (boundary.periodic()) {
            return Math.floorMod(i, intervals);
        }
        return i < 0 ? -i : i > intervals ? 2 * intervals - i : i;
    }
}
