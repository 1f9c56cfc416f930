package io.github.murmuration.report;

import io.github.murmuration.sim.Histogram;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/**
 * Axes by XChart with curves and marks painted over them: each curve is one path, so that dashes run through it and vector files
 * stay small. Ranges are those of the data unless set.
 */
final class Plot implements Panel {

    private static final int SPACING_X = 75;
    private static final int SPACING_Y = 55;

    /** Height of names and a title under an axis; where the names are in it. */
    private static final int BELOW = 42;

    private static final int BASELINE = 18;
    private static final int GAP = 10;

    /** About as many labels as the axes of a browser's chart start from. */
    private static final int LABELS = 6;

    private final String xTitle;
    private final String yTitle;
    private final List<Trace> traces = new ArrayList<>();
    private Optional<Range> xRange = Optional.empty();
    private Optional<Range> yRange = Optional.empty();
    private boolean fromZero;
    private boolean logarithmic;
    private double floor;
    private boolean wholeNumbers;
    private boolean decadesAcross;
    private List<String> names = List.of();

    Plot(String xTitle, String yTitle) {
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    /** @param key in the legend, and the name of the curve */
    Plot line(String key, Curve curve, Color colour, BasicStroke stroke) {
        return line(key, key, curve, colour, stroke);
    }

    /**
     * @param key in the legend, empty for none.
     * @param name of the curve
     */
    Plot line(String key, String name, Curve curve, Color colour, BasicStroke stroke) {
        return add(curve.broken(), shown -> new Trace.Line(key, name, shown, colour, stroke));
    }

    /** A histogram as a density. */
    Plot steps(String key, Histogram histogram, Color colour) {
        traces.add(new Trace.Steps(key, key, BinnedDensity.steps(histogram), colour));
        return this;
    }

    /**
     * @param key in the legend, empty for none.
     * @param name of the points
     */
    Plot marks(String key, String name, Curve curve, Color colour, Mark mark, double size) {
        return add(curve.finite(), shown -> new Trace.Marks(key, name, shown.sorted(), colour, mark, size));
    }

    /**
     * Error bars about points; none where an error is not positive.
     * @param half of a bar's length
     */
    Plot bars(String key, String name, Curve points, double[] half, Color colour) {
        Curve low = points.shifted(half, -1).wherePositive(half);
        Curve high = points.shifted(half, 1).wherePositive(half);
        if (!low.isEmpty()) {
            traces.add(new Trace.Bars(key, name, scaled(low), scaled(high), colour));
        }
        return this;
    }

    private Plot add(Curve curve, Function<Curve, Trace> trace) {
        Curve shown = scaled(logarithmic ? curve.positive() : curve);
        if (!shown.isEmpty()) {
            traces.add(trace.apply(shown));
        }
        return this;
    }

    Plot x(Range range) {
        xRange = Optional.of(range);
        return this;
    }

    /** The vertical axis covers this range, for all curves. */
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

    /** Names at 0, 1, ... on the horizontal axis, in place of numbers. */
    Plot names(List<String> given) {
        names = List.copyOf(given);
        return x(Range.ofIndices(given.size()));
    }

    /** On a logarithmic axis base-10 logarithms. */
    private Curve scaled(Curve curve) {
        Curve spread = decadesAcross ? curve.logarithmAcross() : curve;
        return logarithmic ? spread.logarithm() : spread;
    }

    boolean isEmpty() {
        return traces.isEmpty();
    }

    @Override
    public List<Trace> traces() {
        return traces;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Ticks x = horizontal(Math.max(2, width / SPACING_X));
        Ticks y = vertical(Math.max(2, height / SPACING_Y));
        XYChart axes = Theme.axes(names.isEmpty() ? xTitle : "", yTitle, x, y);
        axes.getStyler().setXAxisTicksVisible(names.isEmpty());
        axes.paint(graphics, width, names.isEmpty() ? height : height - BELOW);
        paintNames(graphics, axes, y.range().low(), height);
        Shape clip = graphics.getClip();
        graphics.clip(frame(axes, x.range(), y.range()));
        traces.stream().filter(trace -> !isWhole(trace)).forEach(trace -> trace.paint(graphics, axes));
        graphics.setClip(clip);
        traces.stream().filter(Plot::isWhole).forEach(trace -> trace.paint(graphics, axes));
    }

    /** Under the axis, every n-th where they are many, above its title: XChart has no labels that are no numbers. */
    private void paintNames(Graphics2D graphics, XYChart axes, double lowest, int height) {
        double longest = names.stream()
                .mapToDouble(name -> Text.width(Theme.SMALL, name))
                .max()
                .orElse(0);
        double room = axes.getScreenXFromChart(1) - axes.getScreenXFromChart(0);
        int apart = (int) Math.ceil((longest + GAP) / room);
        for (int i = 0; i < names.size(); i += apart) {
            double baseline = axes.getScreenYFromChart(lowest) + BASELINE;
            Text.centred(graphics, Theme.SMALL, names.get(i), axes.getScreenXFromChart(i), baseline);
        }
        if (!names.isEmpty()) {
            double middle = axes.getScreenXFromChart((names.size() - 1) / 2.0);
            Text.centred(graphics, Theme.LABEL, xTitle, middle, height - GAP);
        }
    }

    /** Marks on the border are not cut in half. */
    private static boolean isWhole(Trace trace) {
        return trace instanceof Trace.Marks;
    }

    @Override
    public String words() {
        String keys = traces.stream()
                .map(Trace::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return yTitle + " from " + end(vertical(LABELS).range().low(), logarithmic) + " to "
                + end(vertical(LABELS).range().high(), logarithmic) + " against " + xTitle
                + (names.isEmpty() ? across() : ": " + String.join(", ", names))
                + (keys.isEmpty() ? "" : "; " + keys);
    }

    private String across() {
        return " from " + end(horizontal(LABELS).range().low(), decadesAcross) + " to "
                + end(horizontal(LABELS).range().high(), decadesAcross);
    }

    private static String end(double value, boolean logarithm) {
        return Numbers.tick(logarithm ? Math.pow(10, value) : value);
    }

    @Override
    public Optional<Chart> chart() {
        Chart.Side across = new Chart.Side(xTitle, horizontal(LABELS).range(), decadesAcross, wholeNumbers, names);
        Chart.Side upwards = new Chart.Side(yTitle, vertical(LABELS).range(), logarithmic, false, List.of());
        boolean drawable = traces.stream()
                .filter(trace -> !(trace instanceof Trace.Bars))
                .allMatch(trace -> trace.points().increases());
        return drawable && !isEmpty()
                ? Optional.of(new Chart("", across, upwards, List.copyOf(traces)))
                : Optional.empty();
    }

    private Ticks horizontal(int about) {
        Range range = xRange.orElseGet(() -> range(Curve::x));
        if (decadesAcross) {
            return Ticks.decades(range, about);
        }
        return wholeNumbers || !names.isEmpty() ? Ticks.whole(range, about) : Ticks.inside(range, about);
    }

    private Ticks vertical(int about) {
        Range data = yRange.orElseGet(() -> range(Curve::y));
        if (logarithmic) {
            return Ticks.decades(new Range(Math.max(data.low(), floor), data.high()), about);
        }
        return Ticks.around(fromZero ? data.withZero() : data, about);
    }

    private Range range(Function<Curve, double[]> coordinate) {
        return Range.of(traces.stream().map(Trace::extent).map(coordinate).flatMapToDouble(Arrays::stream));
    }

    /** A little wider than the plot, so that a line on its border is not cut in half. */
    private static Rectangle2D frame(XYChart axes, Range x, Range y) {
        double left = axes.getScreenXFromChart(x.low());
        double top = axes.getScreenYFromChart(y.high());
        double right = axes.getScreenXFromChart(x.high());
        double bottom = axes.getScreenYFromChart(y.low());
        return new Rectangle2D.Double(left, top - 1, right - left + 1, bottom - top + 2);
    }
}
