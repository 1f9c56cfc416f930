package io.github.murmuration.report;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * Values from low to high as colours from dark blue to yellow, of even lightness steps and readable without colour: nine points of
 * the map viridis by S. van der Walt and N. Smith (matplotlib, CC0). As a header it is a bar between its two ends.
 */
record ColourScale(String label, double low, double high) implements Header {

    private static final int[] POINTS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    /** More are not told apart, and make images large. */
    private static final double LEVELS = 120;

    private static final int HEIGHT = 30;
    private static final int BAR = 220;
    private static final int LEFT = 16;
    private static final int BASELINE = 19;
    private static final int GAP = 8;

    int rgb(double value) {
        double position = high > low ? (value - low) / (high - low) : 0.5;
        double level = Math.round(Math.min(Math.max(position, 0), 1) * LEVELS) / LEVELS;
        double scaled = level * (POINTS.length - 1);
        int i = Math.min((int) scaled, POINTS.length - 2);
        return mix(new Color(POINTS[i]), new Color(POINTS[i + 1]), scaled - i).getRGB();
    }

    @Override
    public int height(int width) {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics, int width) {
        double x = text(graphics, label, LEFT) + 2 * GAP;
        x = text(graphics, end(low), x) + GAP;
        String highest = end(high);
        int bar = (int) Math.min(BAR, width - x - 2 * GAP - Text.width(Theme.SMALL, highest));
        graphics.drawImage(Raster.horizontal(this, 2 * bar), (int) x, BASELINE - 12, bar, 15, null);
        text(graphics, highest, (int) x + bar + GAP);
    }

    private static double text(Graphics2D graphics, String text, double x) {
        Text.draw(graphics, Theme.SMALL, text, x, BASELINE);
        return x + Text.width(Theme.SMALL, text);
    }

    private static String end(double value) {
        return Numbers.significant(value, 3).replace('-', '\u2212');
    }

    private static Color mix(Color a, Color b, double s) {
        return new Color(
                (int) Math.round(a.getRed() + s * (b.getRed() - a.getRed())),
                (int) Math.round(a.getGreen() + s * (b.getGreen() - a.getGreen())),
                (int) Math.round(a.getBlue() + s * (b.getBlue() - a.getBlue())));
    }
}
