package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys in a row above the panels, so that they never cover data; rows wrap. */
record Legend(List<Entry> entries) implements Header {

    /** How a key is painted, centred on y. */
    interface Key {
        void paint(Graphics2D graphics, double x, double y);
    }

    /** A key of that width and its label. */
    record Entry(String label, int width, Key key) {}

    private static final int LEFT = 16;
    private static final int ROW = 22;
    private static final int LINE = 28;
    private static final int BOX = 13;
    private static final int GAP = 7;
    private static final int BETWEEN = 24;

    static Legend empty() {
        return new Legend(new ArrayList<>());
    }

    /** One key for each of the panels' keys, grey where its curves have several colours. */
    static Legend of(List<Panel> panels) {
        Map<String, List<Trace>> keys = new LinkedHashMap<>();
        panels.stream()
                .flatMap(panel -> panel.traces().stream())
                .filter(trace -> !trace.key().isEmpty())
                .forEach(trace -> keys.computeIfAbsent(trace.key(), key -> new ArrayList<>())
                        .add(trace));
        Legend legend = empty();
        keys.values().forEach(same -> same.get(0).explain(legend, colour(same)));
        return legend;
    }

    private static Color colour(List<Trace> same) {
        Color first = same.get(0).colour();
        return same.stream().allMatch(trace -> trace.colour().equals(first)) ? first : Theme.GREY;
    }

    Legend line(String label, Color colour, BasicStroke stroke) {
        return add(label, LINE, (graphics, x, y) -> {
            graphics.setColor(colour);
            graphics.setStroke(stroke);
            graphics.draw(new Line2D.Double(x, y, x + LINE, y));
        });
    }

    Legend box(String label, Color colour) {
        return add(label, BOX, (graphics, x, y) -> {
            graphics.setColor(colour);
            graphics.fill(new Rectangle2D.Double(x, y - BOX / 2.0, BOX, BOX));
        });
    }

    Legend mark(String label, Mark mark, Color colour) {
        return add(label, BOX, (graphics, x, y) -> mark.paint(graphics, colour, x + BOX / 2.0, y, 8));
    }

    private Legend add(String label, int width, Key key) {
        entries.add(new Entry(label, width, key));
        return this;
    }

    @Override
    public int height(int width) {
        return entries.isEmpty() ? 0 : ROW * rows(width).size() + 4;
    }

    @Override
    public void paint(Graphics2D graphics, int width) {
        double y = ROW / 2.0 + 4;
        for (List<Entry> row : rows(width)) {
            double x = LEFT;
            for (Entry entry : row) {
                entry.key().paint(graphics, x, y);
                Text.draw(graphics, Theme.SMALL, entry.label(), x + entry.width() + GAP, y + 4);
                x += width(entry);
            }
            y += ROW;
        }
    }

    private List<List<Entry>> rows(int width) {
        List<List<Entry>> rows = new ArrayList<>();
        int used = Integer.MAX_VALUE;
        for (Entry entry : entries) {
            if (used > width - width(entry)) {
                rows.add(new ArrayList<>());
                used = LEFT;
            }
            rows.get(rows.size() - 1).add(entry);
            used += width(entry);
        }
        return rows;
    }

    private static int width(Entry entry) {
        return entry.width() + GAP + (int) Math.ceil(Text.width(Theme.SMALL, entry.label())) + BETWEEN;
    }
}
