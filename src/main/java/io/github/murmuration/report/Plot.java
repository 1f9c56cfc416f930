package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;

/**
 * Axes by XChart with curves and marks painted over them: each curve is one path, so that dashes run through it and vector files
 * stay small. Ranges are those of the data unless set.
 */
final class Plot implements Panel {

    private record Line(Curve curve, Color colour, BasicStroke stroke) {}

    private record Marks(Curve curve, Color colour, Mark mark, double size) {}

    private static final int SPACING_X = 75;
    private static final int SPACING_Y = 55;

    private final String xTitle;
    private final String yTitle;
    private final List<Line> lines = new ArrayList<>();
    private final List<Marks> marks = new ArrayList<>();
    private Optional<Range> xRange = Optional.empty();
    private Optional<Range> yRange = Optional.empty();
    private boolean fromZero;
    private boolean logarithmic;
    private double floor;
    private boolean wholeNumbers;
    private boolean decadesAcross;

    Plot(String xTitle, String yTitle) {
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    Plot line(Curve curve, Color colour, BasicStroke stroke) {
        Curve shown = shown(curve);
        if (!shown.isEmpty()) {
            lines.add(new Line(shown, colour, stroke));
        }
        return this;
    }

    Plot marks(Curve curve, Color colour, Mark mark, double size) {
        Curve shown = shown(curve);
        if (!shown.isEmpty()) {
            marks.add(new Marks(shown, colour, mark, size));
        }
        return this;
    }

    Plot x(Range range) {
        xRange = Optional.of(range);
        return this;
    }

    /** The vertical axis covers this range, whatever the curves. */
    Plot y(Range range) {
        yRange = Optional.of(range);
        return this;
    }

    /** The vertical axis starts at zero. */
    Plot fromZero() {
        fromZero = true;
        return this;
    }

    /**
     * A logarithmic vertical axis over whole decades, none far below {@code least}, for the curves added after this; only their
     * positive values show.
     */
    Plot logarithmic(double least) {
        logarithmic = true;
        floor = Math.log10(least);
        return this;
    }

    /** A logarithmic horizontal axis over whole decades, for the curves added after this; their x are positive. */
    Plot decadesAcross() {
        decadesAcross = true;
        return this;
    }

    /** No labels between whole numbers on the horizontal axis. */
    Plot wholeNumbers() {
        wholeNumbers = true;
        return this;
    }

    /** On a logarithmic axis the curves of base-10 logarithms. */
    private Curve shown(Curve curve) {
        Curve spread = decadesAcross ? curve.logarithmAcross() : curve;
        return logarithmic ? spread.logarithm() : spread.finite();
    }

    boolean isEmpty() {
        return lines.isEmpty() && marks.isEmpty();
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Ticks x = horizontal(Math.max(2, width / SPACING_X));
        Ticks y = vertical(Math.max(2, height / SPACING_Y));
        XYChart axes = Theme.axes(xTitle, yTitle, x, y);
        axes.paint(graphics, width, height);
        Shape clip = graphics.getClip();
        graphics.clip(frame(axes, x.range(), y.range()));
        lines.forEach(line -> paint(graphics, axes, line));
        graphics.setClip(clip);
        marks.forEach(each -> paint(graphics, axes, each));
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        lines.forEach(line -> curves.add(line.curve()));
        marks.forEach(each -> curves.add(each.curve()));
        return curves;
    }

    private Ticks horizontal(int about) {
        Range range = xRange.orElseGet(() -> Range.of(curves(), Curve::x));
        if (decadesAcross) {
            return Ticks.decades(range, about);
        }
        return wholeNumbers ? Ticks.whole(range, about) : Ticks.inside(range, about);
    }

    private Ticks vertical(int about) {
        Range data = yRange.orElseGet(() -> Range.of(curves(), Curve::y));
        if (logarithmic) {
            return Ticks.decades(new Range(Math.max(data.low(), floor), data.high()), about);
        }
        return Ticks.around(fromZero ? data.withZero() : data, about);
    }

    /** A little wider than the plot, so that a line on its border is not cut in half. */
    private static Rectangle2D frame(XYChart axes, Range x, Range y) {
        double left = axes.getScreenXFromChart(x.low());
        double top = axes.getScreenYFromChart(y.high());
        double right = axes.getScreenXFromChart(x.high());
        double bottom = axes.getScreenYFromChart(y.low());
        return new Rectangle2D.Double(left, top - 1, right - left + 1, bottom - top + 2);
    }

    private static void paint(Graphics2D graphics, XYChart axes, Line line) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.curve().x().length; i++) {
            double x = axes.getScreenXFromChart(line.curve().x()[i]);
            double y = axes.getScreenYFromChart(line.curve().y()[i]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        graphics.setColor(line.colour());
        graphics.setStroke(line.stroke());
        graphics.draw(path);
    }

    private static void paint(Graphics2D graphics, XYChart axes, Marks marks) {
        for (int i = 0; i < marks.curve().x().length; i++) {
            double x = axes.getScreenXFromChart(marks.curve().x()[i]);
            double y = axes.getScreenYFromChart(marks.curve().y()[i]);
            marks.mark().paint(graphics, marks.colour(), x, y, marks.size());
        }
    }
}
