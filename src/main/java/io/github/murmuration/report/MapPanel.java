package io.github.murmuration.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;

/** Values of coordinates [d] over evenly spaced times [T] as colours, with axes. */
record MapPanel(double[][] values, ColourScale scale) implements Panel {

    private static final int OVERSAMPLING = 2;
    private static final int SPACING_X = 75;
    private static final int SPACING_Y = 25;

    @Override
    public String words() {
        return "a map of colours over " + Axis.TIME + " and " + values.length + " coordinates, from "
                + Numbers.significant(scale.low(), 3) + " to " + Numbers.significant(scale.high(), 3);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Range coordinates = Range.ofIndices(values.length);
        Ticks x = Ticks.inside(Range.UNIT, width / SPACING_X);
        Ticks y = Ticks.whole(coordinates, height / SPACING_Y);
        XYChart axes = Theme.axes(Axis.TIME, Axis.COORDINATE, x, y);
        axes.paint(graphics, width, height);
        int left = (int) Math.round(axes.getScreenXFromChart(0));
        int right = (int) Math.round(axes.getScreenXFromChart(1));
        int top = (int) Math.round(axes.getScreenYFromChart(coordinates.high()));
        int bottom = (int) Math.round(axes.getScreenYFromChart(coordinates.low()));
        BufferedImage image = Raster.of(values, scale, OVERSAMPLING * (right - left), OVERSAMPLING * (bottom - top));
        graphics.drawImage(image, left, top, right - left, bottom - top, null);
    }
}
