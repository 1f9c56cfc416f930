package io.github.murmuration.report;

import java.awt.Color;

/** A quantity of a population that is not steered, against time in the units of the model. */
final class TimePanel {
    static final String UNITS = " Time in the units of the model.";

    private final double[] times;
    private final Plot plot;

    TimePanel(Findings findings, String quantity) {
        this.times = findings.times();
        this.plot = new Plot("time", quantity).x(new Range(0, findings.horizon()));
    }

    TimePanel line(double[] values, Color colour) {
        return line(new Curve(times, values), colour);
    }

    TimePanel line(Curve curve, Color colour) {
        plot.line("simulated", curve.thin(), colour, Theme.SOLID);
        return this;
    }

    /**
     * What is known about it, dashed.
     * @param key what it is
     */
    TimePanel known(String key, double[] at, double[] values) {
        return known(key, new Curve(at, values));
    }

    TimePanel known(String key, Curve curve) {
        plot.line(key, curve.thin(), Theme.INK, Theme.DASHED);
        return this;
    }

    Plot plot() {
        return plot;
    }
}
