package io.github.murmuration.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * The Wasserstein gradient flow of KL(rho | pi), d rho/dt = div(rho grad log(rho / pi)), on cells of an interval: the equation is linear, and is
 * solved exactly in time. Positive, of mass 1, and pi is at rest; errors are of second order in the width.
 */
public final class GradientFlow {

    private GradientFlow() {}

    /** Masses of the cells at times k T / N, k = 0..N [N + 1][n]. */
    public static List<double[]> masses(Cells cells, LineLaw start, LineLaw target, double horizon, int steps) {
        double[][] step = new Walk(cells.logMasses(target), cells.width(), 1).transitions(horizon / steps);
        List<double[]> masses = new ArrayList<>();
        masses.add(cells.masses(start));
        for (int k = 0; k < steps; k++) {
            masses.add(Walk.forward(masses.get(k), step));
        }
        return masses;
    }
}
