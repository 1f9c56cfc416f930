package io.github.murmuration.grid;

import java.util.Arrays;

/**
 * The Schroedinger bridge dX = sigma v dt + sigma dW between two laws on cells of an interval, at least E int v^2/2 dt: masses phihat(x) p(x, y)
 * phi(y) with the transitions p of the heat equation, by Fortet's iteration. Positive, with the mass of the laws; errors are of second order in
 * the width.
 */
public final class SchroedingerSystem {
    private static final int MOST_ITERATIONS = 10_000;
    private static final double SMALL = 1e-12;

    private final Cells cells;
    private final double[] start;
    private final double[] end;
    private final double[][] half;
    private double[] forward;
    private double[] backward;

    /**
     * @param horizon T
     * @throws ArithmeticException the iteration does not settle
     */
    public SchroedingerSystem(Cells cells, LineLaw start, LineLaw end, double noise, double horizon) {
        this.cells = cells;
        this.start = cells.masses(start);
        this.end = cells.masses(end);
        double[] equal = new double[cells.count()];
        this.half = new Walk(equal, cells.width(), noise * noise / 2).transitions(horizon / 2);
        this.forward = this.start;
        this.backward = new double[cells.count()];
        Arrays.fill(backward, 1);
        for (int i = 0; iterate() > SMALL; i++) {
            if (i == MOST_ITERATIONS) {
                throw new ArithmeticException("the Schroedinger system is not solved after " + i + " iterations");
            }
        }
    }

    /** @return the mass of the start that was in the wrong cells */
    private double iterate() {
        double[] reached = Walk.forward(Walk.forward(forward, half), half);
        Arrays.setAll(backward, j -> end[j] / reached[j]);
        double[] seen = Walk.backward(half, Walk.backward(half, backward));
        double wrong = 0;
        for (int i = 0; i < start.length; i++) {
            wrong += Math.abs(forward[i] * seen[i] - start[i]);
        }
        forward = start.clone();
        Arrays.setAll(forward, i -> start[i] / seen[i]);
        return wrong;
    }

    /** E int v^2/2 dt: the entropy of the two ends, relative to those of agents that are not controlled. */
    public double cost() {
        double cost = 0;
        for (int i = 0; i < start.length; i++) {
            cost += start[i] * Math.log(forward[i] / start[i]) + end[i] * Math.log(backward[i]);
        }
        return cost;
    }

    /** Masses of the cells at T/2 [n]. */
    public double[] middle() {
        double[] ahead = Walk.forward(forward, half);
        double[] behind = Walk.backward(half, backward);
        Arrays.setAll(ahead, i -> ahead[i] * behind[i]);
        return ahead;
    }

    /** Cov(X_0, X_T). */
    public double covariance() {
        double[] weighted = new double[end.length];
        Arrays.setAll(weighted, j -> backward[j] * (cells.centre(j) - cells.mean(end)));
        double[] seen = Walk.backward(half, Walk.backward(half, weighted));
        double covariance = 0;
        for (int i = 0; i < seen.length; i++) {
            covariance += forward[i] * seen[i] * (cells.centre(i) - cells.mean(start));
        }
        return covariance;
    }
}
