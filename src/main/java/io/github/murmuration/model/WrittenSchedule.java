package io.github.murmuration.model;

import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.schedule.CentrePath;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.tape.TimeValue;
import java.util.Arrays;
import java.util.List;

/** Rows of a model that was written down: its functions of time at every step. */
public final class WrittenSchedule implements Schedule {

    private final WrittenModel written;
    private final TapedStep step;
    private final TapeLayout layout;
    private final TimeGrid grid;
    private final double horizon;
    private final CentrePath centre;
    private final float[] constants;
    private final boolean[] constant;
    private final List<Feed> feeds;

    /**
     * @param mean of what agents carry at the start, where states are measured from if the model has a centre of its own
     * @param frame speed that the first coordinate is measured from otherwise
     */
    public WrittenSchedule(WrittenModel written, TimeGrid grid, double[] mean, double frame) {
        this.written = written;
        this.step = written.step();
        this.layout = step.row();
        this.grid = grid;
        this.horizon = written.model().horizon();
        this.feeds = List.copyOf(Feed.reference(layout, step.followed()));
        this.centre = centre(mean, frame);
        this.constants = Times.at(step.program().times(), 0, grid.step(0) * horizon);
        this.constant = new boolean[constants.length];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = step.program().times().get(i).expression().names().isEmpty();
        }
    }

    @Override
    public TapeLayout layout() {
        return layout;
    }

    @Override
    public double[] centre(int k) {
        return centre.at(k);
    }

    private CentrePath centre(double[] mean, double frame) {
        if (written.velocity().isPresent()) {
            return new CentrePath(mean, grid.steps(), (k, c) -> {
                double[] velocity = written.velocity().get().at(grid.time(k) * horizon, c);
                double[] next = c.clone();
                for (int j = 0; j < next.length; j++) {
                    next[j] += grid.step(k) * horizon * velocity[j];
                }
                return next;
            });
        }
        return new CentrePath(new double[mean.length], grid.steps(), (k, c) -> {
            double[] next = c.clone();
            next[0] = frame * horizon * grid.time(k + 1);
            return next;
        });
    }

    @Override
    public List<Feed> feeds() {
        return feeds;
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        double t = grid.time(k) * horizon;
        double end = grid.time(k + 1) * horizon;
        double h = grid.step(k) * horizon;
        rows[offset + Row.DT] = (float) grid.step(k);
        rows[offset + Row.UNIT] = 1;
        for (int i = 0; i < constants.length; i++) {
            TimeValue value = step.program().times().get(i);
            rows[offset + layout.time() + i] = constant[i] ? constants[i] : Times.at(value, t, end, h);
        }
    }

    /** None: the agents are not steered. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        Arrays.fill(u, 0);
    }
}
