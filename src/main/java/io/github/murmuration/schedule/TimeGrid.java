package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Protocol;

/**
 * Times t_0 = 0 < ... < t_n = 1 of a run, every break of the protocol among them; equal steps inside each interval.
 *
 * @param times [n+1]
 * @param intervals interval of the protocol that step k lies in [n]
 */
public record TimeGrid(double[] times, int[] intervals) {

    /** Shares out the steps over the intervals in proportion to their lengths, at least one each. @throws IllegalArgumentException fewer steps than intervals */
    public static TimeGrid of(Protocol protocol, int steps) {
        double[] breaks = protocol.breaks();
        int[] share = share(breaks, steps);
        double[] times = new double[steps + 1];
        int[] intervals = new int[steps];
        int k = 0;
        for (int i = 0; i < share.length; i++) {
            for (int s = 0; s < share[i]; s++, k++) {
                times[k] = breaks[i] + (breaks[i + 1] - breaks[i]) * s / share[i];
                intervals[k] = i;
            }
        }
        times[steps] = 1;
        return new TimeGrid(times, intervals);
    }

    /** Number of steps n. */
    public int steps() {
        return intervals.length;
    }

    /** t_{k+1} - t_k. */
    public double step(int k) {
        return times[k + 1] - times[k];
    }

    /** Each step goes to the interval whose steps would otherwise be longest. */
    private static int[] share(double[] breaks, int steps) {
        int[] share = new int[breaks.length - 1];
        if (steps < share.length) {
            throw new IllegalArgumentException(
                    steps + " steps cannot contain the ends of " + share.length + " intervals");
        }
        int given = 0;
        for (int i = 0; i < share.length; i++) {
            share[i] = Math.max(1, (int) Math.floor((breaks[i + 1] - breaks[i]) * (steps - share.length) + 1e-9));
            given += share[i];
        }
        for (; given < steps; given++) {
            share[longest(breaks, share)]++;
        }
        return share;
    }

    private static int longest(double[] breaks, int[] share) {
        int longest = 0;
        for (int i = 1; i < share.length; i++) {
            double length = (breaks[i + 1] - breaks[i]) / share[i];
            if (length > (breaks[longest + 1] - breaks[longest]) / share[longest] * (1 + 1e-12)) {
                longest = i;
            }
        }
        return longest;
    }
}
