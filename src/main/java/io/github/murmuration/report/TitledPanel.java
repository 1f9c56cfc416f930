package io.github.murmuration.report;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/** A panel under a short heading, for figures that have several. */
record TitledPanel(String title, Panel panel) implements Panel {

    private static final int HEADING = 22;
    private static final int BASELINE = 17;
    private static final int INDENT = 16;

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.translate(0, HEADING);
        panel.paint(graphics, width, height - HEADING);
        graphics.translate(0, -HEADING);
        Text.draw(graphics, Theme.TITLE, title, INDENT, BASELINE);
    }

    @Override
    public String words() {
        return title + ": " + panel.words();
    }

    @Override
    public List<Trace> traces() {
        return panel.traces();
    }

    @Override
    public Optional<Chart> chart() {
        return panel.chart().map(chart -> chart.titled(title));
    }
}
