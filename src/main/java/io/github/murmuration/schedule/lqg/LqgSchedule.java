package io.github.murmuration.schedule.lqg;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;

/** Schedule of the linear-quadratic regulator: Euler-Maruyama steps x' = x + dt (A x + u) + sqrt(dt) xi under u = -S x - s. */
public final class LqgSchedule implements Schedule {

    private final double[][] drift;
    private final LqgSolution solution;
    private final TimeGrid grid;
    private final AffineLayout layout;

    /** @param grid the one that the solution was made with. @param fed whether another guidance of the run has feeds */
    public LqgSchedule(Dynamics.LinearQuadratic dynamics, LqgSolution solution, TimeGrid grid, boolean fed) {
        this.drift = dynamics.drift();
        this.solution = solution;
        this.grid = grid;
        this.layout = new AffineLayout(drift.length, fed);
    }

    @Override
    public AffineLayout layout() {
        return layout;
    }

    public LqgSolution solution() {
        return solution;
    }

    /** u(t, x) = -S x - s, whatever the start. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        LqgSolution.Values values = solution.at(t);
        for (int i = 0; i < u.length; i++) {
            u[i] = -values.offset()[i];
            for (int j = 0; j < x.length; j++) {
                u[i] -= values.riccati()[i][j] * x[j];
            }
        }
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        LqgSolution.Values values = solution.atStep(k);
        double[] next = solution.atStep(k + 1).mean();
        double dt = grid.step(k);
        rows[offset + Row.DT] = (float) dt;
        rows[offset + Row.NOISE] = (float) Math.sqrt(dt);
        int d = drift.length;
        for (int i = 0; i < d; i++) {
            rows[offset + layout.offset() + i] = (float) -values.offset()[i];
            rows[offset + layout.shift() + i] = (float) (-dt * values.offset()[i]);
            rows[offset + layout.reference() + i] = (float) next[i];
            for (int j = 0; j < d; j++) {
                double s = values.riccati()[i][j];
                rows[offset + layout.gain() + i * d + j] = (float) -s;
                rows[offset + layout.increment() + i * d + j] = (float) (dt * (drift[i][j] - s));
            }
        }
    }
}
