package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/** Signs for single points. */
enum Mark {
    DOT {
        @Override
        void paint(Graphics2D graphics, Color colour, double x, double y, double size) {
            graphics.setColor(colour);
            graphics.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
        }
    },
    CROSS {
        @Override
        void paint(Graphics2D graphics, Color colour, double x, double y, double size) {
            double half = size / 2;
            graphics.setColor(colour);
            graphics.setStroke(new BasicStroke(1.3f));
            graphics.draw(new Line2D.Double(x - half, y - half, x + half, y + half));
            graphics.draw(new Line2D.Double(x - half, y + half, x + half, y - half));
        }
    };

    /** Centred on (x, y). */
    abstract void paint(Graphics2D graphics, Color colour, double x, double y, double size);
}
