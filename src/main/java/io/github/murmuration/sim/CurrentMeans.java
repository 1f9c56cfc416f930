package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Means;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is taken of a population's means before the next step [guidance][Means]. */
final class CurrentMeans {

    private final Means means;
    private final long[] counts;
    private final double[][] taken;

    /** @param counts agents of each label */
    CurrentMeans(EnsembleSpec spec, long[] counts) {
        this.means = new Means(spec.evaluator(), spec.sums(), spec.agents());
        this.counts = counts;
        this.taken = new double[spec.guidances()][means.size()];
    }

    /**
     * Takes the sums that begin at offset.
     * @param reference that they are about, measured from the centre [channels]
     */
    void take(int guidance, double[] sums, int offset, float[] reference) {
        means.take(sums, offset, reference, 0, counts, taken[guidance], 0);
    }

    /** Under a guidance [Means]: departures of the channels first. */
    double[] of(int guidance) {
        return taken[guidance];
    }

    void write(DataOutput out) throws IOException {
        for (double[] values : taken) {
            StoredAgents.write(values, out);
        }
    }

    void read(DataInput in) throws IOException {
        for (double[] values : taken) {
            StoredAgents.read(values, in);
        }
    }
}
