package io.github.murmuration.ensemble;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The time of backward paths: tau runs from the horizon B at step 0 down to 0 at the last step, in equal steps.
 *
 * @param horizon B > 0, time for unit diffusion
 * @param steps n; the step is B / n
 */
public record BackwardClock(double horizon, int steps) {

    /** tau after k steps. */
    public double tau(int k) {
        return horizon * (steps - k) / steps;
    }

    /** dtau. */
    public double step() {
        return horizon / steps;
    }

    /** dtau / tau_k, the share of the way to the target taken in step k. */
    public double share(int k) {
        return 1.0 / (steps - k);
    }

    /** sqrt(dtau (tau - dtau) / tau): standard deviation of the noise of step k. */
    public double spread(int k) {
        return Math.sqrt(step() * tau(k + 1) / tau(k));
    }

    /** a = 1/tau - 1/B; 0 at step 0. */
    public double precision(int k) {
        return k == 0 ? 0 : 1 / tau(k) - 1 / horizon;
    }

    /** The times of this clock that are nearest to given ones but after the start and before the end, and the end: descending. */
    public double[] before(double... times) {
        return DoubleStream.concat(
                        Arrays.stream(times).map(time -> tau(Math.max(1, Math.min(steps - 1, stepAt(time))))),
                        DoubleStream.of(0))
                .distinct()
                .toArray();
    }

    /** Numbers of steps after which tau is nearest to given times. */
    public int[] stepsAt(double... times) {
        return Arrays.stream(times).mapToInt(this::stepAt).toArray();
    }

    /** Number of steps after which tau is nearest to a time. */
    public int stepAt(double tau) {
        return Math.max(0, Math.min(steps, (int) Math.round(steps * (1 - tau / horizon))));
    }
}
