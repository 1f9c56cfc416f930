package io.github.murmuration.cloud.distance;

import java.util.Arrays;

/**
 * The bijection of least cost, by shortest augmenting paths: O(n^3), with dual variables v such that u_i = min_j (c_ij - v_j) is reached
 * at the column of i. Jonker, Volgenant, Computing 38 (1987) 325.
 */
final class Assignment {

    private static final int NONE = -1;
    private static final int REDUCTIONS = 4;

    private final double[][] cost;
    private final double[] v;
    private final int[] columns;
    private final int[] rows;

    private Assignment(double[][] cost) {
        this.cost = cost;
        v = new double[cost.length];
        columns = new int[cost.length];
        rows = new int[cost.length];
        Arrays.fill(columns, NONE);
        Arrays.fill(rows, NONE);
    }

    /** @param cost c [n][n], finite */
    static Assignment of(double[][] cost) {
        Assignment assignment = new Assignment(cost);
        assignment.reduceColumns();
        for (int pass = 0; pass < REDUCTIONS; pass++) {
            assignment.reduceRows();
        }
        for (int i = 0; i < cost.length; i++) {
            if (assignment.columns[i] == NONE) {
                assignment.new Path(i).augment();
            }
        }
        return assignment;
    }

    /** Column of every row. */
    int[] columns() {
        return columns;
    }

    /** v [n]. */
    double[] dual() {
        return v;
    }

    /** Every column is given to its cheapest row, if that is free. */
    private void reduceColumns() {
        for (int j = v.length - 1; j >= 0; j--) {
            int cheapest = 0;
            for (int i = 1; i < v.length; i++) {
                cheapest = cost[i][j] < cost[cheapest][j] ? i : cheapest;
            }
            v[j] = cost[cheapest][j];
            if (columns[cheapest] == NONE) {
                assign(cheapest, j);
            }
        }
    }

    /** Every free row takes its cheapest column from the row that has it, and lowers v until its second is as cheap. */
    private void reduceRows() {
        for (int i = 0; i < v.length; i++) {
            if (columns[i] == NONE) {
                reduce(i);
            }
        }
    }

    private void reduce(int i) {
        int cheapest = NONE;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int j = 0; j < v.length; j++) {
            double reduced = cost[i][j] - v[j];
            if (reduced < least) {
                second = least;
                least = reduced;
                cheapest = j;
            } else if (reduced < second) {
                second = reduced;
            }
        }
        if (rows[cheapest] != NONE) {
            if (second == least) {
                return;
            }
            columns[rows[cheapest]] = NONE;
        }
        v[cheapest] -= second < Double.POSITIVE_INFINITY ? second - least : 0;
        assign(i, cheapest);
    }

    private void assign(int row, int column) {
        columns[row] = column;
        rows[column] = row;
    }

    /** The shortest path of reduced costs from a free row to a free column. Dijkstra's algorithm. */
    private final class Path {

        private final int start;
        private final double[] length = new double[v.length];
        private final int[] before = new int[v.length];
        private final boolean[] done = new boolean[v.length];

        Path(int start) {
            this.start = start;
            Arrays.fill(length, Double.POSITIVE_INFINITY);
        }

        void augment() {
            int end = relax(start, 0);
            while (rows[end] != NONE) {
                done[end] = true;
                end = relax(rows[end], length[end]);
            }
            for (int j = 0; j < v.length; j++) {
                v[j] += done[j] ? length[j] - length[end] : 0;
            }
            int row;
            int column = end;
            do {
                row = before[column];
                int next = columns[row];
                assign(row, column);
                column = next;
            } while (row != start);
        }

        /**
         * Goes on from a row that is reached.
         * @param reached length of the path to it.
         * @return the nearest column not done
         */
        private int relax(int row, double reached) {
            double own = row == start ? 0 : cost[row][columns[row]] - v[columns[row]];
            double[] costs = cost[row];
            int nearest = NONE;
            for (int j = 0; j < v.length; j++) {
                if (done[j]) {
                    continue;
                }
                double through = reached + (costs[j] - v[j] - own);
                if (through < length[j]) {
                    length[j] = through;
                    before[j] = row;
                }
                if (nearest == NONE || length[j] < length[nearest]) {
                    nearest = j;
                }
            }
            return nearest;
        }
    }
}
