package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** A curve, a row of marks or a row of error bars, in the coordinates of the axes of its plot. */
sealed interface Trace {

    /** What the legend calls it; empty where it has no key of its own. */
    String key();

    /** By which a reader of the page hides it, alone or with others of the same name. */
    String name();

    Color colour();

    /** What the axes must hold; not finite where they need not. */
    Curve extent();

    void paint(Graphics2D graphics, XYChart axes);

    /**
     * Adds its key.
     * @param colour of the key
     */
    void explain(Legend legend, Color colour);

    /** How a browser draws it. */
    Map<String, Object> style();

    /** What a browser draws. */
    Curve points();

    private static Path2D path(Curve curve, XYChart axes) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            double x = axes.getScreenXFromChart(curve.x()[i]);
            double y = axes.getScreenYFromChart(curve.y()[i]);
            if (i == 0 || Double.isNaN(curve.y()[i - 1])) {
                path.moveTo(x, y);
            } else if (!Double.isNaN(y)) {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    /** Points joined by straight lines, but for those without a value. */
    record Line(String key, String name, Curve curve, Color colour, BasicStroke stroke) implements Trace {

        @Override
        public Curve extent() {
            return curve;
        }

        @Override
        public void paint(Graphics2D graphics, XYChart axes) {
            graphics.setColor(colour);
            graphics.setStroke(stroke);
            graphics.draw(path(curve, axes));
        }

        @Override
        public void explain(Legend legend, Color shown) {
            legend.line(key, shown, stroke);
        }

        @Override
        public Map<String, Object> style() {
            Map<String, Object> style = new LinkedHashMap<>(Map.of("width", stroke.getLineWidth()));
            if (stroke.getDashArray() != null) {
                style.put("dash", stroke.getDashArray());
            }
            return style;
        }

        @Override
        public Curve points() {
            return curve;
        }
    }

    /**
     * A histogram as a density.
     * @param curve left ends of bins and densities, and the right end of the last with 0
     */
    record Steps(String key, String name, Curve curve, Color colour) implements Trace {

        private static final BasicStroke STROKE = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

        @Override
        public Curve extent() {
            return curve;
        }

        @Override
        public void paint(Graphics2D graphics, XYChart axes) {
            graphics.setColor(colour);
            graphics.setStroke(STROKE);
            graphics.draw(path(outline(), axes));
        }

        /** Up, along the top of each bin, and down. */
        private Curve outline() {
            double[] x = new double[2 * curve.x().length];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = curve.x()[i / 2];
                y[i] = i == 0 ? 0 : curve.y()[(i - 1) / 2];
            }
            return new Curve(x, y);
        }

        @Override
        public void explain(Legend legend, Color shown) {
            legend.line(key, shown, Theme.SOLID);
        }

        @Override
        public Map<String, Object> style() {
            return Map.of("width", STROKE.getLineWidth(), "kind", "steps");
        }

        @Override
        public Curve points() {
            return curve;
        }
    }

    /**
     * Single points.
     * @param size in pixels
     */
    record Marks(String key, String name, Curve curve, Color colour, Mark mark, double size) implements Trace {

        @Override
        public Curve extent() {
            return curve;
        }

        @Override
        public void paint(Graphics2D graphics, XYChart axes) {
            for (int i = 0; i < curve.x().length; i++) {
                double x = axes.getScreenXFromChart(curve.x()[i]);
                double y = axes.getScreenYFromChart(curve.y()[i]);
                mark.paint(graphics, colour, x, y, size);
            }
        }

        @Override
        public void explain(Legend legend, Color shown) {
            legend.mark(key, mark, shown);
        }

        @Override
        public Map<String, Object> style() {
            return Map.of("kind", "points", "size", size);
        }

        @Override
        public Curve points() {
            return curve;
        }
    }

    /**
     * Vertical bars.
     * @param low lower ends, -infinity for as far down as the axis goes.
     * @param high upper ends
     */
    record Bars(String key, String name, Curve low, Curve high, Color colour) implements Trace {

        private static final BasicStroke STROKE = new BasicStroke(1.4f);
        private static final double CAP = 3;

        @Override
        public Curve extent() {
            return low.and(high);
        }

        @Override
        public void paint(Graphics2D graphics, XYChart axes) {
            double bottom = axes.getScreenYFromChart(axes.getStyler().getYAxisMin());
            Path2D path = new Path2D.Double();
            for (int i = 0; i < low.x().length; i++) {
                double x = axes.getScreenXFromChart(low.x()[i]);
                double top = axes.getScreenYFromChart(high.y()[i]);
                double end = Double.isFinite(low.y()[i]) ? axes.getScreenYFromChart(low.y()[i]) : bottom;
                path.append(new Line2D.Double(x, top, x, end), false);
                path.append(new Line2D.Double(x - CAP, top, x + CAP, top), false);
                path.append(new Line2D.Double(x - CAP, end, x + CAP, end), false);
            }
            graphics.setColor(colour);
            graphics.setStroke(STROKE);
            graphics.draw(path);
        }

        @Override
        public void explain(Legend legend, Color shown) {
            legend.line(key, shown, Theme.SOLID);
        }

        @Override
        public Map<String, Object> style() {
            return Map.of("kind", "bars");
        }

        /** Pairs of ends. */
        @Override
        public Curve points() {
            int[] order = IntStream.range(0, 2 * low.x().length).toArray();
            return new Curve(
                    IntStream.of(order).mapToDouble(i -> low.x()[i / 2]).toArray(),
                    IntStream.of(order)
                            .mapToDouble(i -> (i % 2 == 0 ? low : high).y()[i / 2])
                            .toArray());
        }
    }
}
