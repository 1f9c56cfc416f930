package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Means;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What is taken of a population's means at the beginning of every step [n+1][guidance][Means]. */
final class MeanHistory {

    private final Means means;
    private final long[] counts;
    private final int guidances;
    private final double[] taken;

    /** @param counts agents of each label. @param steps n; 0 where nothing is fed and so nothing worth keeping */
    MeanHistory(EnsembleSpec spec, long[] counts, int steps) {
        this.means = new Means(spec.evaluator(), spec.sums(), spec.agents());
        this.counts = counts;
        this.guidances = spec.guidances();
        int perStep = Math.multiplyExact(guidances, means.size());
        this.taken = new double[Math.multiplyExact(Math.addExact(steps, 1), perStep)];
    }

    /** Takes the sums before step k, which begin at offset. @param reference that they are about, measured from the centre [channels] */
    void take(int k, int guidance, double[] sums, int offset, float[] reference) {
        int at = at(k, guidance);
        if (at < taken.length) {
            means.take(sums, offset, reference, 0, counts, taken, at);
        }
    }

    /** What was taken before step k under a guidance [Means]: departures of the channels first. */
    double[] before(int k, int guidance) {
        int at = at(k, guidance);
        return Arrays.copyOfRange(taken, at, at + means.size());
    }

    void write(DataOutput out) throws IOException {
        for (double value : taken) {
            out.writeDouble(value);
        }
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < taken.length; i++) {
            taken[i] = in.readDouble();
        }
    }

    private int at(int k, int guidance) {
        return (k * guidances + guidance) * means.size();
    }
}
