package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.CellGrid;
import java.util.Arrays;

/** The agents of a replica sorted by (cell, number). */
final class CellOrder {

    private final CellGrid grid;
    private final int[] begin;
    private final int[] cells;
    private final int[] sorted;

    /** @param agents N */
    CellOrder(CellGrid grid, int agents) {
        this.grid = grid;
        this.begin = new int[grid.cells() + 1];
        this.cells = new int[agents];
        this.sorted = new int[agents];
    }

    CellGrid grid() {
        return grid;
    }

    /** Sets the cell of agent i. */
    void set(int i, int cell) {
        cells[i] = cell;
    }

    /** Sorts them, once all have a cell. */
    void sort() {
        Arrays.fill(begin, 0);
        for (int cell : cells) {
            begin[cell]++;
        }
        int total = 0;
        for (int cell = 0; cell < begin.length; cell++) {
            total += begin[cell];
            begin[cell] = total;
        }
        for (int i = cells.length - 1; i >= 0; i--) {
            sorted[--begin[cells[i]]] = i;
        }
    }

    /** The agent at a position of the order. */
    int agentAt(int position) {
        return sorted[position];
    }

    /** The cell of the agent at a position of the order. */
    int cellAt(int position) {
        return cells[sorted[position]];
    }

    /** Position of the first agent of a cell: that of the next cell's where it has none. */
    int begin(int cell) {
        return begin[cell];
    }
}
