package io.github.murmuration.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

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

    /** A figure of one panel. */
    static Figure single(String name, String title, String caption, Header header, Panel panel) {
        return new Figure(name, title, caption, header, List.of(panel), 1, WIDE, TALL);
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
