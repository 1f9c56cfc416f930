package io.github.murmuration.report;

import io.github.murmuration.sim.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/** Groups of bars from zero, with error bars of two standard errors and a text above each where there is room. */
record BarsPanel(List<Group> groups, String xTitle, String yTitle) implements Panel {

    /** Bars that stand together, and what is written below them. */
    record Group(String label, List<Bar> bars) {

        private String words() {
            return label + " " + bars.stream().map(Bar::text).collect(Collectors.joining(", "));
        }
    }

    /** One bar and what is written above it; no bar where the height is not finite. */
    record Bar(Estimate height, String text, Color colour) {
        private double top() {
            return Double.isFinite(height.value()) ? height.value() + error() : 0;
        }

        private double error() {
            return Double.isFinite(height.standardError()) ? 2 * height.standardError() : 0;
        }
    }

    private static final int FOOTER = 20;
    private static final int TITLE = 22;
    private static final int SPACING = 55;
    private static final int CAP = 5;
    private static final double GROUP = 0.76;
    private static final double WIDEST = 0.16;
    private static final double FILL = 0.92;
    private static final double HEADROOM = 1.06;
    private static final BasicStroke WHISKER = new BasicStroke(1.2f);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        XYChart axes = axes(height);
        axes.paint(graphics, width, height - FOOTER - (xTitle.isEmpty() ? 0 : TITLE));
        double slot = slot();
        for (int g = 0; g < groups.size(); g++) {
            List<Bar> bars = groups.get(g).bars();
            for (int b = 0; b < bars.size(); b++) {
                paint(graphics, axes, bars.get(b), g + slot * (b - bars.size() / 2.0), slot);
            }
            Text.centred(
                    graphics,
                    Theme.SMALL,
                    groups.get(g).label(),
                    axes.getScreenXFromChart(g),
                    axes.getScreenYFromChart(0) + 18);
        }
        if (!xTitle.isEmpty()) {
            Text.centred(
                    graphics, Theme.LABEL, xTitle, axes.getScreenXFromChart((groups.size() - 1) / 2.0), height - 10);
        }
    }

    @Override
    public String words() {
        return yTitle + (xTitle.isEmpty() ? "" : " by " + xTitle) + ": "
                + groups.stream().map(Group::words).collect(Collectors.joining("; "));
    }

    /** Width of a bar and the gap beside it, in groups. */
    private double slot() {
        int most = groups.stream().mapToInt(group -> group.bars().size()).max().orElseThrow();
        return Math.min(GROUP / most, WIDEST * groups.size());
    }

    private static void paint(Graphics2D graphics, XYChart axes, Bar bar, double position, double slot) {
        double left = axes.getScreenXFromChart(position + slot * (1 - FILL) / 2);
        double right = axes.getScreenXFromChart(position + slot * (1 + FILL) / 2);
        double zero = axes.getScreenYFromChart(0);
        if (Double.isFinite(bar.height().value())) {
            double top = axes.getScreenYFromChart(bar.height().value());
            graphics.setColor(bar.colour());
            graphics.fill(new Rectangle2D.Double(left, top, right - left, zero - top));
            whisker(graphics, axes, bar, (left + right) / 2);
        }
        if (Text.width(Theme.SMALL, bar.text()) < right - left) {
            Text.centred(
                    graphics, Theme.SMALL, bar.text(), (left + right) / 2, axes.getScreenYFromChart(bar.top()) - 6);
        }
    }

    private static void whisker(Graphics2D graphics, XYChart axes, Bar bar, double x) {
        if (bar.error() > 0) {
            double high = axes.getScreenYFromChart(bar.height().value() + bar.error());
            double low = axes.getScreenYFromChart(bar.height().value() - bar.error());
            graphics.setColor(Theme.INK);
            graphics.setStroke(WHISKER);
            graphics.draw(new Line2D.Double(x, low, x, high));
            graphics.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
            graphics.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
        }
    }

    /** A chart of the right extent without bars. */
    private XYChart axes(int height) {
        Range heights = Range.of(groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(Bar::top)
                .map(top -> HEADROOM * top));
        Ticks across = Ticks.whole(Range.ofIndices(groups.size()), groups.size());
        XYChart chart = Theme.axes("", yTitle, across, Ticks.around(heights.withZero(), height / SPACING));
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setXAxisTicksVisible(false);
        return chart;
    }
}
