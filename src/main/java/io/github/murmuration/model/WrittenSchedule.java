package io.github.murmuration.model;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.tape.TimeValue;
import java.util.Arrays;
import java.util.List;

/** Rows of a model that was written down: its functions of time at every step. States are measured from 0. */
public final class WrittenSchedule implements Schedule {

    private final TapedStep step;
    private final TapeLayout layout;
    private final TimeGrid grid;
    private final double horizon;
    private final float[] constants;

    /** @param horizon length of the run in the units of the model's time */
    public WrittenSchedule(TapedStep step, TimeGrid grid, double horizon) {
        this.step = step;
        this.layout = step.row();
        this.grid = grid;
        this.horizon = horizon;
        this.constants = Times.at(step.program().times(), 0, grid.step(0) * horizon);
    }

    @Override
    public TapeLayout layout() {
        return layout;
    }

    @Override
    public double[] centre(int k) {
        return new double[step.dimension()];
    }

    @Override
    public List<Feed> feeds() {
        return Feed.reference(layout, step.followed());
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        double t = grid.times()[k] * horizon;
        double end = grid.times()[k + 1] * horizon;
        double h = grid.step(k) * horizon;
        rows[offset + Row.DT] = (float) grid.step(k);
        rows[offset + Row.UNIT] = 1;
        for (int i = 0; i < constants.length; i++) {
            TimeValue value = step.program().times().get(i);
            boolean constant = value.expression().names().isEmpty();
            rows[offset + layout.time() + i] = constant ? constants[i] : Times.at(value, t, end, h);
        }
    }

    /** None: the agents are not steered. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        Arrays.fill(u, 0);
    }
}
