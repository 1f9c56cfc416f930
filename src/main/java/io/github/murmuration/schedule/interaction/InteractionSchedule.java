package io.github.murmuration.schedule.interaction;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.InteractionLayout;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import java.util.List;

/**
 * Schedule of interacting agents, Euler-Maruyama: what of the drift does not depend on the population, and the feeds that do. Sums are
 * taken about the initial mean m_0 throughout, for cos and sin about 0; delta is the departure of a mean from there.
 *
 * <pre>
 * mean-field-ou   x' = x - (relaxation + coupling) x dt + coupling m_0 dt     constant += coupling delta dt
 * desai-zwanzig   x' = x + (1 - coupling) x dt - x^3 dt + coupling m_0 dt     constant += coupling delta dt
 * kuramoto        theta' = theta + omega dt      linear[cos] += coupling E sin theta dt   linear[sin] -= coupling E cos theta dt
 * </pre>
 */
public final class InteractionSchedule implements Schedule {

    public static final int PHASE = 0;
    public static final int FREQUENCY = 1;
    public static final int COSINE = 2;
    public static final int SINE = 3;

    private final Dynamics.Interacting dynamics;
    private final TimeGrid grid;
    private final double[] reference;
    private final InteractionLayout layout;

    /** @param initial law of the whole state */
    public InteractionSchedule(Dynamics.Interacting dynamics, TimeGrid grid, GaussianMixture initial) {
        this.dynamics = dynamics;
        this.grid = grid;
        this.reference = initial.mean();
        this.layout = new InteractionLayout(dynamics.coordinates());
    }

    @Override
    public InteractionLayout layout() {
        return layout;
    }

    @Override
    public List<Feed> feeds() {
        if (dynamics instanceof Dynamics.Kuramoto) {
            return List.of(
                    new Feed(layout.linear() + COSINE, layout.gains(), SINE, false),
                    new Feed(layout.linear() + SINE, layout.gains() + 1, COSINE, false));
        }
        return List.of(new Feed(layout.constant(), layout.gains(), PHASE, false));
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
        for (int j = 0; j < reference.length; j++) {
            rows[offset + layout.reference() + j] = (float) reference[j];
        }
        if (dynamics instanceof Dynamics.Kuramoto kuramoto) {
            rows[offset + Row.NOISE] = (float) (kuramoto.noise() * Math.sqrt(dt));
            rows[offset + layout.linear() + FREQUENCY] = (float) dt;
            rows[offset + layout.gains()] = (float) (kuramoto.coupling() * dt);
            rows[offset + layout.gains() + 1] = (float) (-kuramoto.coupling() * dt);
        } else if (dynamics instanceof Dynamics.MeanFieldOu ou) {
            rows[offset + Row.NOISE] = (float) (ou.noise() * Math.sqrt(dt));
            rows[offset + layout.linear()] = (float) (-(ou.relaxation() + ou.coupling()) * dt);
            pull(ou.coupling() * dt, rows, offset);
        } else if (dynamics instanceof Dynamics.DesaiZwanzig system) {
            rows[offset + Row.NOISE] = (float) (system.noise() * Math.sqrt(dt));
            rows[offset + layout.linear()] = (float) ((1 - system.coupling()) * dt);
            rows[offset + layout.cubic()] = (float) -dt;
            pull(system.coupling() * dt, rows, offset);
        }
    }

    /** Towards the mean: where it is expected, and by how much it departs. */
    private void pull(double strength, float[] rows, int offset) {
        rows[offset + layout.constant()] = (float) (strength * reference[0]);
        rows[offset + layout.gains()] = (float) strength;
    }
}
