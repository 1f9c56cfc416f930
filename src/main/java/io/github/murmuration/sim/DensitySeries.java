package io.github.murmuration.sim;

import java.util.Arrays;
import java.util.List;

/**
 * How the agents of a sample were spread, over time.
 *
 * @param times share of the horizon [T]
 * @param histograms of the first J coordinates [T][J]; those on a circle over one turn
 * @param joint of pairs of coordinates at the end; of two or three coordinates only
 */
public record DensitySeries(double[] times, Histogram[][] histograms, List<JointHistogram> joint) {

    /** Of a run that records none. */
    public static final DensitySeries NONE = new DensitySeries(new double[0], new Histogram[0][], List.of());

    public boolean isEmpty() {
        return times.length == 0;
    }

    /** Agents of the sample, those that live at the start. */
    public long agents() {
        return isEmpty() ? 0 : Arrays.stream(histograms[0][0].counts()).sum();
    }

    /** Coordinates J that were counted. */
    public int coordinates() {
        return isEmpty() ? 0 : histograms[0].length;
    }
}
