package io.github.murmuration.ensemble;

import java.util.List;

/**
 * The values that the next step of a replica needs of its sums, in double precision: the departures of its channels' means from the centre,
 * then the averages that its tape reads.
 */
public final class Means {

    private final SumLayout sums;
    private final long agents;
    private final int followed;
    private final List<PopulationMoment> moments;

    /** @param agents of one replica */
    public Means(Evaluator evaluator, SumLayout sums, long agents) {
        this.sums = sums;
        this.agents = agents;
        this.followed = evaluator.followed(sums.dimension());
        this.moments = evaluator.moments();
    }

    /** Numbers that are taken. */
    public int size() {
        return followed + moments.size();
    }

    /** Where the averages begin among them. */
    public int averages() {
        return followed;
    }

    /**
     * Takes them.
     *
     * @param from sums, from position at on
     * @param references of the channels, from position reference on
     * @param counts agents of each label
     * @param into from position position on; overwritten
     */
    public void take(
            double[] from, int at, float[] references, int reference, long[] counts, double[] into, int position) {
        for (int c = 0; c < followed; c++) {
            into[position + c] = references[reference + c] + sums.total(from, at, c, SumLayout.FIRST) / agents;
        }
        for (int m = 0; m < moments.size(); m++) {
            PopulationMoment moment = moments.get(m);
            long count = moment.label() == 0 ? agents : counts[moment.label() - 1];
            into[position + followed + m] = moment.value(sums, from, at, references, reference, count);
        }
    }
}
