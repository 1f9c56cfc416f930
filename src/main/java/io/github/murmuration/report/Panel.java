package io.github.murmuration.report;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/** One rectangle of a figure. */
interface Panel {

    /** Paints with the upper left corner at (0, 0). */
    void paint(Graphics2D graphics, int width, int height);

    /** What it shows, for readers who do not see it; plain text. */
    String words();

    /** Curves and points that the legend of the figure explains. */
    default List<Trace> traces() {
        return List.of();
    }

    /** The same for a browser to draw; empty where there are no curves, or one turns back. */
    default Optional<Chart> chart() {
        return Optional.empty();
    }
}
