package io.github.murmuration.report;

import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;

/**
 * The axes of a map of colours.
 *
 * @param across title of the horizontal axis.
 * @param upwards title of the vertical axis.
 * @param whole whether the vertical one is labelled at whole numbers only
 */
record MapAxes(String across, String upwards, Range x, Range y, boolean whole) {

    private static final int SPACING_X = 75;
    private static final int SPACING_Y = 40;

    XYChart chart(int width, int height) {
        Ticks vertical = whole ? Ticks.whole(y, height / SPACING_Y) : Ticks.inside(y, height / SPACING_Y);
        return Theme.axes(across, upwards, Ticks.inside(x, width / SPACING_X), vertical);
    }

    /** Where they are on the chart, once it is painted. */
    Rectangle2D place(XYChart chart) {
        double left = Math.round(chart.getScreenXFromChart(x.low()));
        double top = Math.round(chart.getScreenYFromChart(y.high()));
        double right = Math.round(chart.getScreenXFromChart(x.high()));
        double bottom = Math.round(chart.getScreenYFromChart(y.low()));
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }
}
