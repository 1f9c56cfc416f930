package io.github.murmuration.schedule;

import io.github.murmuration.scenario.Protocol;
import java.util.Arrays;

/**
 * Times {@code t_0 = 0 < ... < t_n = 1} of a run, every break of the protocol among them; equal steps inside each interval. Its size does not grow
 * with the number of steps.
 *
 * @param breaks of the protocol [M+1]
 * @param first number of the first step of each interval, and n [M+1]
 */
public record TimeGrid(double[] breaks, int[] first) {

    /**
     * Shares out the steps over the intervals in proportion to their lengths, at least one each.
     * @throws IllegalArgumentException fewer steps than intervals
     */
    public static TimeGrid of(Protocol protocol, int steps) {
        int[] first = new int[protocol.intervals() + 1];
        int[] share = share(protocol.breaks(), steps);
        for (int i = 0; i < share.length; i++) {
            first[i + 1] = first[i] + share[i];
        }
        return new TimeGrid(protocol.breaks(), first);
    }

    /** Number of steps n. */
    public int steps() {
        return first[first.length - 1];
    }

    /** t_k. */
    public double time(int k) {
        if (k == steps()) {
            return 1;
        }
        int i = interval(k);
        return breaks[i] + (breaks[i + 1] - breaks[i]) * (k - first[i]) / (first[i + 1] - first[i]);
    }

    /** t_{k+1} - t_k. */
    public double step(int k) {
        return time(k + 1) - time(k);
    }

    /** Interval of the protocol that step k lies in. */
    public int interval(int k) {
        int found = Arrays.binarySearch(first, k);
        return found >= 0 ? found : -found - 2;
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
