package io.github.murmuration.schedule.interaction;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.CentrePath;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.InteractionLayout;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Schedule of interacting agents, Euler-Maruyama: what of the drift does not depend on the population, and the feeds that do. delta is the
 * departure of a mean from the centre c.
 *
 * <pre>
 * mean-field-ou   c' = c - relaxation c dt      x' = x - (relaxation + coupling) x dt      constant += coupling delta dt
 * desai-zwanzig   c = 0                         x' = x + (1 - coupling) x dt - x^3 dt      constant += coupling delta dt
 * kuramoto        c = frequency mean            theta' = theta + omega dt
 *                                               linear[cos] += coupling E sin theta dt     linear[sin] -= coupling E cos theta dt
 * </pre>
 *
 * Kuramoto's phases are measured from a frame that turns with the mean frequency, their frequencies from that mean.
 */
public final class InteractionSchedule implements Schedule {

    public static final int PHASE = 0;
    public static final int FREQUENCY = 1;
    public static final int COSINE = 2;
    public static final int SINE = 3;

    private final Dynamics.Interacting dynamics;
    private final TimeGrid grid;
    private final InteractionLayout layout;
    private final CentrePath centre;

    /** @param initial law of the whole state */
    public InteractionSchedule(Dynamics.Interacting dynamics, TimeGrid grid, GaussianMixture initial) {
        this.dynamics = dynamics;
        this.grid = grid;
        this.layout = new InteractionLayout(dynamics.coordinates());
        this.centre = new CentrePath(firstCentre(initial), grid.steps(), this::nextCentre);
    }

    @Override
    public InteractionLayout layout() {
        return layout;
    }

    @Override
    public double[] centre(int k) {
        return centre.at(k);
    }

    @Override
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>(Feed.reference(layout, layout.dimension()));
        if (dynamics instanceof Dynamics.Kuramoto) {
            feeds.add(new Feed(layout.linear() + COSINE, layout.gains(), SINE, false));
            feeds.add(new Feed(layout.linear() + SINE, layout.gains() + 1, COSINE, false));
        } else {
            feeds.add(new Feed(layout.constant(), layout.gains(), PHASE, false));
        }
        return feeds;
    }

    /** None: the agents are not steered. */
    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        Arrays.fill(u, 0);
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        double dt = grid.step(k) * dynamics.horizon();
        rows[offset + Row.DT] = (float) grid.step(k);
        rows[offset + Row.NOISE] = (float) (dynamics.noise() * Math.sqrt(dt));
        rows[offset + Row.UNIT] = 1;
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            rows[offset + layout.linear() + FREQUENCY] = (float) dt;
            rows[offset + layout.gains()] = (float) (kuramoto.coupling() * dt);
            rows[offset + layout.gains() + 1] = (float) (-kuramoto.coupling() * dt);
        } else if (dynamics instanceof Dynamics.MeanFieldOu ou) {
            rows[offset + layout.linear()] = (float) (-(ou.relaxation() + ou.coupling()) * dt);
            rows[offset + layout.gains()] = (float) (ou.coupling() * dt);
        } else if (dynamics instanceof Dynamics.DesaiZwanzig system) {
            rows[offset + layout.linear()] = (float) ((1 - system.coupling()) * dt);
            rows[offset + layout.cubic()] = (float) -dt;
            rows[offset + layout.gains()] = (float) (system.coupling() * dt);
        }
    }

    private double[] firstCentre(GaussianMixture initial) {
        double[] first = new double[layout.dimension()];
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            first[FREQUENCY] = kuramoto.frequencyMean();
        } else if (dynamics instanceof Dynamics.MeanFieldOu) {
            first[0] = initial.mean()[0];
        }
        return first;
    }

    private double[] nextCentre(int k, double[] c) {
        double[] next = c.clone();
        double dt = grid.step(k) * dynamics.horizon();
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            next[PHASE] = kuramoto.frequencyMean() * dynamics.horizon() * grid.times()[k + 1];
        } else if (dynamics instanceof Dynamics.MeanFieldOu ou) {
            next[0] -= ou.relaxation() * dt * c[0];
        }
        return next;
    }
}
