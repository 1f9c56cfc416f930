package io.github.murmuration.sim;

import io.github.murmuration.ensemble.SumLayout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Departures of a population's means from the centres of its schedules, at the beginning of every step [n+1][guidance][d]. */
final class MeanHistory {

    private final SumLayout layout;
    private final long agents;
    private final int guidances;
    private final double[] departures;

    /** @param agents N. @param steps n; 0 where nothing is fed and so nothing worth keeping */
    MeanHistory(SumLayout layout, long agents, int steps, int guidances) {
        this.layout = layout;
        this.agents = agents;
        this.guidances = guidances;
        int perStep = Math.multiplyExact(guidances, layout.dimension());
        this.departures = new double[Math.multiplyExact(Math.addExact(steps, 1), perStep)];
    }

    /** Takes the sums before step k, which begin at offset. @param reference that they are about, measured from the centre [d] */
    void take(int k, int guidance, double[] sums, int offset, float[] reference) {
        int at = at(k, guidance);
        for (int j = 0; j < layout.dimension() && at < departures.length; j++) {
            departures[at + j] = reference[j] + layout.total(sums, offset, j, SumLayout.FIRST) / agents;
        }
    }

    /** Departures before step k under a guidance [d]. */
    double[] before(int k, int guidance) {
        int at = at(k, guidance);
        return Arrays.copyOfRange(departures, at, at + layout.dimension());
    }

    void write(DataOutput out) throws IOException {
        for (double value : departures) {
            out.writeDouble(value);
        }
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < departures.length; i++) {
            departures[i] = in.readDouble();
        }
    }

    private int at(int k, int guidance) {
        return (k * guidances + guidance) * layout.dimension();
    }
}
