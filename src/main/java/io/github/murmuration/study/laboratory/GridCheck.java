package io.github.murmuration.study.laboratory;

import io.github.murmuration.grid.Refinement;

/**
 * A number of a row on the line, in closed form and by a grid.
 *
 * @param grid extrapolated to cells and steps of no size.
 * @param error of it.
 * @param order with which it settles
 */
record GridCheck(String row, String quantity, double exact, double grid, double error, double order) {

    static GridCheck of(String row, String quantity, double exact, Refinement.Estimate grid) {
        return new GridCheck(row, quantity, exact, grid.value(), grid.error(), grid.order());
    }
}
