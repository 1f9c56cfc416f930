package io.github.murmuration.report;

import java.awt.Graphics2D;

/** One rectangle of a figure. */
interface Panel {

    /** Paints with the upper left corner at (0, 0). */
    void paint(Graphics2D graphics, int width, int height);
}
