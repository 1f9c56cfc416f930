package io.github.murmuration.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Shares of the points of a cloud on the line that lie in bins of equal width [bins].
 * @param highest of all panels, above 0
 */
record CloudHistogramPanel(double[] shares, double highest, Color colour) implements Panel {

    private static final int MARGIN = 6;

    @Override
    public String words() {
        return "shares of points in " + shares.length + " bins, at most " + Numbers.significant(highest, 3);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        double across = (width - 2.0 * MARGIN) / shares.length;
        double upwards = (height - 2.0 * MARGIN) / highest;
        graphics.setColor(colour);
        for (int b = 0; b < shares.length; b++) {
            double tall = shares[b] * upwards;
            graphics.fill(new Rectangle2D.Double(MARGIN + b * across, height - MARGIN - tall, across * 0.92, tall));
        }
        graphics.setColor(Theme.GRID);
        graphics.setStroke(Theme.THIN);
        graphics.draw(new Rectangle2D.Double(MARGIN, MARGIN, width - 2.0 * MARGIN, height - 2.0 * MARGIN));
    }
}
