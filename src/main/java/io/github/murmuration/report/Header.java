package io.github.murmuration.report;

import java.awt.Graphics2D;

/** The strip above the panels that says what their colours and lines mean. */
interface Header {

    /** Height that this width needs. */
    int height(int width);

    /** Paints from (0, 0). */
    void paint(Graphics2D graphics, int width);
}
