package io.github.murmuration.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A figure: panels in rows under one header.
 *
 * @param name of its files, without ending
 * @param title in a few words
 * @param caption what is seen and in what units; plain text
 * @param columns panels per row
 * @param panelWidth of one panel, in pixels at normal resolution
 */
record Figure(
        String name,
        String title,
        String caption,
        Header header,
        List<Panel> panels,
        int columns,
        int panelWidth,
        int panelHeight) {

    private static final int WIDE = 760;
    private static final int TALL = 400;
    private static final int HALF_TALL = 290;
    private static final int LOW = 240;
    private static final int NARROW = 380;
    private static final double FLATTEST = 0.7;

    /** A figure of one panel with curves. */
    static Figure single(String name, String title, String caption, Panel panel) {
        return single(name, title, caption, Legend.of(List.of(panel)), panel);
    }

    /** A figure of one panel. */
    static Figure single(String name, String title, String caption, Header header, Panel panel) {
        return new Figure(name, title, caption, header, List.of(panel), 1, WIDE, TALL);
    }

    /** A figure of several panels with curves. */
    static Figure grid(String name, String title, String caption, List<Panel> panels) {
        return grid(name, title, caption, Legend.of(panels), panels);
    }

    /** A figure of several panels: two in a row, or three below each other. */
    static Figure grid(String name, String title, String caption, Header header, List<Panel> panels) {
        return switch (panels.size()) {
            case 1 -> single(name, title, caption, header, panels.get(0));
            case 3 -> new Figure(name, title, caption, header, panels, 1, WIDE, LOW);
            default -> new Figure(name, title, caption, header, panels, 2, WIDE / 2, HALF_TALL);
        };
    }

    int width() {
        return columns * panelWidth;
    }

    int height() {
        int rows = (panels.size() + columns - 1) / columns;
        return header.height(width()) + rows * panelHeight;
    }

    /** What it shows, for readers who do not see it; plain text. */
    String words() {
        return title + ". " + panels.stream().map(Panel::words).collect(Collectors.joining("; ")) + ".";
    }

    /** Every panel as a chart; none where one of them has no curves. */
    List<Chart> charts() {
        List<Chart> charts =
                panels.stream().map(Panel::chart).flatMap(Optional::stream).toList();
        return charts.size() == panels.size() ? charts : List.of();
    }

    /** The same for a narrow page: half as many panels in a row. */
    Figure narrow() {
        int fewer = Math.max(1, columns / 2);
        double scale = (double) NARROW / fewer / panelWidth;
        int tall = (int) Math.round(panelHeight * Math.max(scale, FLATTEST));
        return new Figure(name, title, caption, header, panels, fewer, NARROW / fewer, tall);
    }

    void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        header.paint(graphics, width());
        int top = header.height(width());
        for (int i = 0; i < panels.size(); i++) {
            int x = i % columns * panelWidth;
            int y = top + i / columns * panelHeight;
            graphics.translate(x, y);
            panels.get(i).paint(graphics, panelWidth, panelHeight);
            graphics.translate(-x, -y);
        }
    }
}
