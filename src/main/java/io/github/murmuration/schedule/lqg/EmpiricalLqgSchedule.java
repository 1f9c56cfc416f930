package io.github.murmuration.schedule.lqg;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.CentrePath;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Schedule of the linear-quadratic regulator under empirical guidance: the rows of mean-field guidance, and what the departure delta of
 * the population's mean from its expected path adds: in the rows that of the centre, by feeds the rest. At every t the agents plan on the mean-field path from their mean to the target
 * mean, whose costate there is p_t + M_t delta ({@link Response}),
 *
 * <pre>
 * u = -S x + (S m - p) + (S - M) delta
 * </pre>
 *
 * Source: {@code mathematics.md}, sections 6 and 7.
 */
public final class EmpiricalLqgSchedule implements Schedule {

    private final LqgSchedule line;
    private final TimeGrid grid;
    private final AffineLayout layout;
    private final Response response;
    private final CentrePath centre;

    /** @param line schedule under mean-field guidance, on the same grid */
    public EmpiricalLqgSchedule(LqgSchedule line, Dynamics.LinearQuadratic dynamics, TimeGrid grid) {
        this.line = line;
        this.grid = grid;
        this.layout = line.layout();
        this.response = new Response(new DMatrixRMaj(dynamics.drift()));
        this.centre = new CentrePath(line.centre(0), grid.steps(), this::next);
    }

    @Override
    public AffineLayout layout() {
        return layout;
    }

    /** The mean of the chain, which departs from the path in continuous time by the error of the steps. */
    @Override
    public double[] centre(int k) {
        return centre.at(k);
    }

    @Override
    public List<Feed> feeds() {
        int d = layout.dimension();
        List<Feed> feeds = new ArrayList<>(Feed.reference(layout, d));
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                feeds.add(new Feed(layout.offset() + i, layout.offsetFeed() + i * d + j, j, false));
                feeds.add(new Feed(layout.shift() + i, layout.shiftFeed() + i * d + j, j, false));
            }
        }
        return feeds;
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        LqgSolution.Values values = line.values(k);
        double[][] gains = gains(k, values);
        line.fill(k, values, control(values, gains, centre.at(k)), rows, offset);
        int d = layout.dimension();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double gain = gains[i][j];
                rows[offset + layout.offsetFeed() + i * d + j] = (float) gain;
                rows[offset + layout.shiftFeed() + i * d + j] = (float) (grid.step(k) * gain);
            }
        }
    }

    /** Control at x in a population whose mean is there too [d]. */
    private static double[] control(LqgSolution.Values values, double[][] gains, double[] x) {
        double[] u = LqgSchedule.control(values, x);
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < u.length; j++) {
                u[i] += gains[i][j] * (x[j] - values.mean()[j]);
            }
        }
        return u;
    }

    private double[] next(int k, double[] c) {
        LqgSolution.Values values = line.values(k);
        return line.next(k, c, control(values, gains(k, values), c));
    }

    /** S - M before step k [d][d]. */
    private double[][] gains(int k, LqgSolution.Values values) {
        DMatrixRMaj planned = response.at(grid.time(k));
        double[][] gains = new double[layout.dimension()][layout.dimension()];
        for (int i = 0; i < gains.length; i++) {
            for (int j = 0; j < gains.length; j++) {
                gains[i][j] = values.riccati()[i][j] - planned.get(i, j);
            }
        }
        return gains;
    }

    /** The drift in a population whose mean is on its expected path. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        line.drift(t, z, x, u);
    }
}
