package io.github.murmuration.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The points of a cloud as dots, the paler the farther: where they are many they are faint and their density shows. They are an image, so
 * that vector files stay small.
 *
 * @param span of both axes, about the middle [2]
 */
record CloudPanel(CloudView view, double[] middle, double span, Color colour) implements Panel {

    private static final int OVERSAMPLING = 2;
    private static final int MARGIN = 6;

    /** Points of which every one is seen. */
    private static final double DISTINCT = 4000;

    private static final double FAINTEST = 0.12;
    private static final double PALEST = 0.25;
    private static final double LARGEST = 3.2;
    private static final double SMALLEST = 1.1;

    @Override
    public String words() {
        return view.points().length + " points";
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        int side = Math.min(width, height) - 2 * MARGIN;
        int left = (width - side) / 2;
        graphics.drawImage(image(side * OVERSAMPLING), left, MARGIN, side, side, null);
        graphics.setColor(Theme.GRID);
        graphics.setStroke(Theme.THIN);
        graphics.draw(new Rectangle2D.Double(left, MARGIN, side, side));
    }

    private BufferedImage image(int side) {
        Dots dots = new Dots(side);
        double share = Math.min(1, DISTINCT / view.points().length);
        double radius = OVERSAMPLING * (SMALLEST + (LARGEST - SMALLEST) * share * share) / 2;
        double opacity = 0.9 * Math.max(FAINTEST, Math.sqrt(share));
        view.numbers().forEach(i -> {
            double x = side * (0.5 + (view.points()[i][0] - middle[0]) / span);
            double y = side * (0.5 - (view.points()[i][1] - middle[1]) / span);
            dots.add(x, y, radius, Theme.tint(colour, PALEST + (1 - PALEST) * view.nearness(i)), opacity);
        });
        return dots.image();
    }
}
