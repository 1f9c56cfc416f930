package io.github.murmuration.ensemble;

import io.github.murmuration.ensemble.PartnerChoice.Axis;
import java.util.Arrays;

/**
 * Cells in space, such that agents within the radius of each other are in neighbouring cells: a cell has 3^n neighbours, itself included,
 * with n axes. All in float64.
 *
 * <p>Of N agents axis a, from 0, has M = 2^max(2, floor((floor(log2 N) + a) / n)) cells at most, so that there are N in all at most, or 4^n.
 * A line is cut into pieces of width w = (1 + 2^-20) R, piece i from i w on, and piece i is part of cell i mod M: far pieces share cells, and
 * it does not matter where agents are. A circle of length L is cut into m pieces, m = floor(L / w), with w = (1 + 2^-20) R +
 * 2^-21 (L + max(|low|, |high|)) for the rounding of nearest images: all of it is one cell if {@code m < 3}, m are m cells if {@code m < M}, and else
 * m is rounded down to a multiple of M and piece i is part of cell i mod M.
 *
 * <p>Neighbours come in the order of their offsets -1, 0, 1 along the axes, the last axis the fastest; an axis of one cell has offset 0 alone.
 */
public final class CellGrid {

    /** Neighbours of a cell where there are three axes. */
    public static final int MOST_NEIGHBOURS = 27;

    private static final double MARGIN = 0x1p-20;
    private static final double ROUNDING = 0x1p-21;
    private static final int LEAST_BITS = 2;
    private static final int FEWEST_ROUND = 3;

    private final Axis[] axes;
    private final double[] pieces;
    private final double[] perLength;
    private final int[] counts;

    public CellGrid(PartnerChoice.Within within, long agents) {
        this.axes = within.axes().toArray(Axis[]::new);
        this.pieces = new double[axes.length];
        this.perLength = new double[axes.length];
        this.counts = new int[axes.length];
        int log = 63 - Long.numberOfLeadingZeros(agents);
        for (int a = 0; a < axes.length; a++) {
            cut(a, 1 << Math.max(LEAST_BITS, (log + a) / axes.length), (1 + MARGIN) * within.radius());
        }
    }

    private void cut(int a, int most, double width) {
        Axis axis = axes[a];
        counts[a] = most;
        perLength[a] = 1 / width;
        if (axis.isCircle()) {
            double length = axis.high() - axis.low();
            double ends = length + Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
            double round = Math.floor(length / (width + ROUNDING * ends));
            pieces[a] = round < FEWEST_ROUND ? 1 : round < most ? round : most * Math.floor(round / most);
            counts[a] = (int) Math.min(pieces[a], most);
            perLength[a] = pieces[a] / length;
        }
    }

    /** Axes n. */
    public int axes() {
        return axes.length;
    }

    /** Coordinate of the state that an axis is. */
    public int coordinate(int a) {
        return axes[a].coordinate();
    }

    /** Where a circle begins; -infinity of a line. */
    public double low(int a) {
        return axes[a].low();
    }

    /** Pieces of a circle; 0 of a line. */
    public double pieces(int a) {
        return pieces[a];
    }

    /** Pieces of one unit of length. */
    public double perLength(int a) {
        return perLength[a];
    }

    /** Number of cells along an axis. */
    public int count(int a) {
        return counts[a];
    }

    /** Number of cells. */
    public int cells() {
        return Arrays.stream(counts).reduce(1, (x, y) -> x * y);
    }

    /**
     * Number of the cell of a point.
     * @param x [n]
     */
    public int cell(float[] x) {
        int cell = 0;
        for (int a = 0; a < axes.length; a++) {
            cell = cell * counts[a] + along(a, x[a]);
        }
        return cell;
    }

    private int along(int a, double x) {
        if (!axes[a].isCircle()) {
            return folded(Math.floor(x * perLength[a]), counts[a]);
        }
        double piece = Math.floor((x - axes[a].low()) * perLength[a]);
        return folded(Math.max(0, Math.min(pieces[a] - 1, piece)), counts[a]);
    }

    private static int folded(double piece, int count) {
        return (int) (piece - count * Math.floor(piece / count));
    }

    /**
     * Writes the neighbours of a cell in their order.
     * @param into [3^n].
     * @return how many there are
     */
    public int neighbours(int cell, int[] into) {
        into[0] = 0;
        int found = 1;
        int below = cells();
        for (int a = 0; a < axes.length; a++) {
            below /= counts[a];
            int own = cell / below % counts[a];
            int offsets = counts[a] == 1 ? 1 : 3;
            for (int i = found - 1; i >= 0; i--) {
                for (int o = offsets - 1; o >= 0; o--) {
                    int at = Math.floorMod(own + o - offsets / 2, counts[a]);
                    into[i * offsets + o] = into[i] * counts[a] + at;
                }
            }
            found *= offsets;
        }
        return found;
    }
}
