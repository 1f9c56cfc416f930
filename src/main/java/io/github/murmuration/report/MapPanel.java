package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Values of equal cells as colours, with axes.
 *
 * @param values from the bottom up [rows][columns]
 * @param lines over them, in the units of the axes
 */
record MapPanel(MapAxes axes, double[][] values, ColourScale scale, List<Contour> lines) implements Panel {

    /** Pixels at least in each direction, so that the edges of few cells are sharp; many are an image of their own. */
    private static final int SHARP = 48;

    private static final int OVERSAMPLING = 2;

    /** A light line on a dark one is seen on every colour. */
    private static final BasicStroke CASING = new BasicStroke(2.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final BasicStroke LINE = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    @Override
    public String words() {
        return "a map of colours over " + axes.across() + " from "
                + Numbers.significant(axes.x().low(), 3) + " to "
                + Numbers.significant(axes.x().high(), 3) + " and " + axes.upwards() + " from "
                + Numbers.significant(axes.y().low(), 3) + " to "
                + Numbers.significant(axes.y().high(), 3) + ", values from " + Numbers.significant(scale.low(), 3)
                + " to " + Numbers.significant(scale.high(), 3)
                + (lines.isEmpty() ? "" : ", with " + lines.size() + " contours");
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        XYChart chart = axes.chart(width, height);
        chart.paint(graphics, width, height);
        Rectangle2D place = axes.place(chart);
        int across = (int) place.getWidth();
        int tall = (int) place.getHeight();
        BufferedImage image = Raster.of(values, scale, pixels(values[0].length, across), pixels(values.length, tall));
        graphics.drawImage(image, (int) place.getX(), (int) place.getY(), across, tall, null);
        for (Contour line : lines) {
            Path2D path = path(line, place);
            draw(graphics, path, CASING, Theme.INK);
            draw(graphics, path, LINE, Color.WHITE);
        }
    }

    private static int pixels(int cells, int length) {
        return cells >= SHARP ? cells : OVERSAMPLING * length;
    }

    private static void draw(Graphics2D graphics, Path2D path, BasicStroke stroke, Color colour) {
        graphics.setStroke(stroke);
        graphics.setColor(colour);
        graphics.draw(path);
    }

    private Path2D path(Contour line, Rectangle2D place) {
        Path2D path = new Path2D.Double();
        for (double[] piece : line.pieces()) {
            path.moveTo(x(piece[0], place), y(piece[1], place));
            path.lineTo(x(piece[2], place), y(piece[3], place));
        }
        return path;
    }

    private double x(double value, Rectangle2D place) {
        Range range = axes.x();
        return place.getX() + (value - range.low()) / (range.high() - range.low()) * place.getWidth();
    }

    private double y(double value, Rectangle2D place) {
        Range range = axes.y();
        return place.getMaxY() - (value - range.low()) / (range.high() - range.low()) * place.getHeight();
    }
}
