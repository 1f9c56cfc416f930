package io.github.murmuration.sim;

import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.model.Living;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sums of one time, by sub-population: 0 is the whole population, 1 + l the agents with label l. Moments of states are those of agents
 * that live, where ends absorb some.
 */
final class GroupSums {

    private final SumLayout layout;
    private final long[] counts;
    private final Optional<Living> living;
    private final long everyone;
    private double[] sums;
    private int offset;
    private float[] reference;

    /** @param counts agents per label */
    GroupSums(SumLayout layout, long[] counts, Optional<Living> living) {
        this.layout = layout;
        this.counts = counts;
        this.living = living;
        this.everyone = Arrays.stream(counts).sum();
    }

    /**
     * Looks at the sums that begin at offset.
     * @param about reference of the channels
     */
    void look(double[] all, int at, float[] about) {
        sums = all;
        offset = at;
        reference = about;
    }

    /** One of the sums of a channel. */
    double sum(int group, int channel, int which) {
        return group > 0
                ? sums[offset + layout.at(group - 1, channel) + which]
                : layout.total(sums, offset, channel, which);
    }

    /** Agents, whether they live or not. */
    double agents(int group) {
        return group > 0 ? counts[group - 1] : everyone;
    }

    /** Agents that live. */
    double living(int group) {
        return living.map(those -> sum(group, those.count(), SumLayout.FIRST)).orElse(agents(group));
    }

    /** What departures of coordinate j are from. */
    float reference(int j) {
        return reference[channel(j)];
    }

    /** Mean departure of coordinate j from its reference. */
    double departure(int group, int j) {
        return sum(group, channel(j), SumLayout.FIRST) / living(group);
    }

    /** Mean square of the departures of coordinate j. */
    double square(int group, int j) {
        if (living.isEmpty()) {
            return sum(group, j, SumLayout.SECOND) / agents(group);
        }
        int squares = living.get().squares().get(j);
        return reference[squares] + sum(group, squares, SumLayout.FIRST) / living(group);
    }

    /** Mean of a feature. */
    double mean(int group, int channel) {
        return reference[channel] + sum(group, channel, SumLayout.FIRST) / living(group);
    }

    private int channel(int j) {
        return living.map(those -> those.means().get(j)).orElse(j);
    }
}
