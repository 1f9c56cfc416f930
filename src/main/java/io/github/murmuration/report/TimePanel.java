package io.github.murmuration.report;

import java.awt.Color;
import java.util.Arrays;

/** A quantity of a population that is not steered, against time in the units of the model. */
final class TimePanel {
    static final String UNITS = " Time in the units of the model.";

    private final double[] times;
    private final Plot plot;

    TimePanel(Findings findings, String quantity) {
        this.times = findings.series().get("time");
        this.plot = new Plot("time", quantity).x(new Range(0, findings.horizon()));
    }

    TimePanel line(double[] values, Color colour) {
        plot.line("simulated", new Curve(times, values).thin(), colour, Theme.SOLID);
        return this;
    }

    /**
     * What is known about it, dashed.
     * @param key what it is
     */
    TimePanel known(String key, double[] at, double[] values) {
        plot.line(key, new Curve(at, values).thin(), Theme.INK, Theme.DASHED);
        return this;
    }

    Plot plot() {
        return plot;
    }

    /** Entry j of every row. */
    static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }
}
