package io.github.murmuration.schedule.lqg;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.CentrePath;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;

/**
 * Schedule of the linear-quadratic regulator: Euler-Maruyama steps x' = x + dt (A x + u) + sqrt(dt) xi under u = -S x - s. Its centre is
 * the mean of that chain, c' = c + dt (A c - S c - s).
 */
public final class LqgSchedule implements Schedule {

    /** Steps whose values are kept: the centre, the row and empirical guidance ask for the same ones. */
    private static final int HELD = 1024;

    private final double[][] drift;
    private final LqgSolution solution;
    private final TimeGrid grid;
    private final AffineLayout layout;
    private final CentrePath centre;
    private final LqgSolution.Values[] held = new LqgSolution.Values[HELD];
    private final int[] heldStep = new int[HELD];

    /** @param fed whether another guidance of the run has feeds */
    public LqgSchedule(Dynamics.LinearQuadratic dynamics, LqgSolution solution, TimeGrid grid, boolean fed) {
        this.drift = dynamics.drift();
        this.solution = solution;
        this.grid = grid;
        this.layout = new AffineLayout(drift.length, fed);
        this.centre = new CentrePath(solution.at(0).mean(), grid.steps(), (k, c) -> next(k, c, control(values(k), c)));
    }

    @Override
    public AffineLayout layout() {
        return layout;
    }

    @Override
    public double[] centre(int k) {
        return centre.at(k);
    }

    public LqgSolution solution() {
        return solution;
    }

    /** u(t, x) = -S x - s, for every start. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        System.arraycopy(control(solution.at(t), x), 0, u, 0, u.length);
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        LqgSolution.Values values = values(k);
        fill(k, values, control(values, centre.at(k)), rows, offset);
    }

    /** Values before step k. */
    synchronized LqgSolution.Values values(int k) {
        int slot = k % HELD;
        if (held[slot] == null || heldStep[slot] != k) {
            held[slot] = solution.at(grid.time(k));
            heldStep[slot] = k;
        }
        return held[slot];
    }

    /** -S x - s [d]. */
    static double[] control(LqgSolution.Values values, double[] x) {
        double[] u = new double[x.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = -values.offset()[i];
            for (int j = 0; j < x.length; j++) {
                u[i] -= values.riccati()[i][j] * x[j];
            }
        }
        return u;
    }

    /** x + dt (A x + u) [d]. */
    double[] next(int k, double[] x, double[] u) {
        double[] next = x.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += grid.step(k) * u[i];
            for (int j = 0; j < x.length; j++) {
                next[i] += grid.step(k) * drift[i][j] * x[j];
            }
        }
        return next;
    }

    /**
     * The row of step k about a centre that moves as the chain's mean does.
     * @param values at its beginning.
     * @param u control there [d]
     */
    void fill(int k, LqgSolution.Values values, double[] u, float[] rows, int offset) {
        double dt = grid.step(k);
        rows[offset + Row.DT] = (float) dt;
        rows[offset + Row.NOISE] = (float) Math.sqrt(dt);
        rows[offset + Row.UNIT] = 1;
        int d = drift.length;
        for (int i = 0; i < d; i++) {
            rows[offset + layout.offset() + i] = (float) u[i];
            for (int j = 0; j < d; j++) {
                double s = values.riccati()[i][j];
                rows[offset + layout.gain() + i * d + j] = (float) -s;
                rows[offset + layout.increment() + i * d + j] = (float) (dt * (drift[i][j] - s));
            }
        }
    }
}
