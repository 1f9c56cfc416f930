package io.github.murmuration.ensemble;

import io.github.murmuration.schedule.TapeLayout;
import io.github.murmuration.tape.Program;
import java.util.List;

/**
 * A step as operations on the numbers of an agent: its state, its marks, its noise, and what its replica has in common. The tape of the
 * agent gives the state after the step [d], its features [F], and what the step costs where agents have a cost.
 *
 * @param dimension d
 * @param sources standard normals that an agent takes per step, and
 * @param commonSources that a replica takes
 * @param noisePerStep normals that one of them is the sum of
 * @param partners the partners over which the means of its tape of pairs are taken
 * @param start where an agent that was drawn starts, within the boundaries of its coordinates [d], and its features there [F]
 * @param startTimes values of the functions of time that start reads
 * @param features F
 * @param absorbs whether agents may stop and leave the averages: the last feature is 1 of one that has not, else 0, and summed as it is
 * @param costs whether agents have a cost; it is the last channel
 * @param moments that the tape of the replica reads
 */
public record TapedStep(
        int dimension,
        int sources,
        int commonSources,
        int noisePerStep,
        Program program,
        PartnerChoice partners,
        Program start,
        float[] startTimes,
        int features,
        boolean absorbs,
        boolean costs,
        List<PopulationMoment> moments,
        MarkTable marks) {

    /** Channels with a reference that follows the population's mean. */
    public int followed() {
        return dimension + features - (absorbs ? 1 : 0);
    }

    /** Pair means that the tape of the agent reads. */
    public int pairs() {
        return program.pair().outputs().length;
    }

    public TapeLayout row() {
        return new TapeLayout(
                dimension + features + (costs ? 1 : 0),
                program.times().size(),
                program.replica().outputs().length);
    }

    public SumLayout sums(int labels) {
        return new SumLayout(labels, dimension, false, features + (costs ? 1 : 0));
    }
}
