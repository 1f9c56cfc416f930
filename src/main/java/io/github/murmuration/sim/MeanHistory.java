package io.github.murmuration.sim;

import io.github.murmuration.ensemble.SumLayout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Departures of a population's means from the points that sums are taken about, at the beginning of every step [n+1][guidance][d]. */
final class MeanHistory {

    private final SumLayout layout;
    private final long agents;
    private final double[][][] departures;

    /** @param agents N. @param steps n; 0 where nothing is fed and so nothing worth keeping */
    MeanHistory(SumLayout layout, long agents, int steps, int guidances) {
        this.layout = layout;
        this.agents = agents;
        this.departures = new double[steps + 1][guidances][layout.dimension()];
    }

    /** Takes the sums before step k, which begin at offset. */
    void take(int k, int guidance, double[] sums, int offset) {
        for (int j = 0; j < layout.dimension() && k < departures.length; j++) {
            departures[k][guidance][j] = layout.total(sums, offset, j, SumLayout.FIRST) / agents;
        }
    }

    /** Departures before step k [guidance][d]. */
    double[][] before(int k) {
        return departures[k];
    }

    void write(DataOutput out) throws IOException {
        for (double[][] step : departures) {
            for (double[] row : step) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (double[][] step : departures) {
            for (double[] row : step) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = in.readDouble();
                }
            }
        }
    }
}
