package io.github.murmuration.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** Text drawn as outlines, so that a vector figure looks the same whatever fonts its reader has. */
final class Text {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Text() {}

    static double width(Font font, String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** From x to the right, on the baseline y. */
    static void draw(Graphics2D graphics, Font font, String text, double x, double y) {
        Shape outline = font.createGlyphVector(CONTEXT, text).getOutline();
        graphics.setColor(Theme.INK);
        graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline));
    }

    /** Centred on x. */
    static void centred(Graphics2D graphics, Font font, String text, double x, double y) {
        draw(graphics, font, text, x - width(font, text) / 2, y);
    }
}
