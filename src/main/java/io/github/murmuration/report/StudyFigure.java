package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A figure of a study: lines and points on one pair of axes, one colour per series. It is drawn when it is asked for, not before. */
public final class StudyFigure {

    private static final double DOT = 7;

    private enum Look {
        POINTS,
        LINE,
        DASHES
    }

    /** @param number chooses the colour */
    private record Series(String label, int number, double[] x, double[] y, Look look) {}

    /**
     * @param number chooses the colour.
     * @param half length of each bar to either side
     */
    private record Bars(int number, double[] x, double[] y, double[] half) {}

    private final String name;
    private final String title;
    private final String caption;
    private final String xTitle;
    private final String yTitle;
    private final List<Series> all = new ArrayList<>();
    private final List<Bars> bars = new ArrayList<>();
    private double least;
    private boolean fromZero;

    /**
     * @param name of its files, without ending
     * @param caption what is seen and in what units; plain text
     */
    public StudyFigure(String name, String title, String caption, String xTitle, String yTitle) {
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    /**
     * Logarithmic axes.
     * @param least smallest value shown upwards, above 0
     */
    public StudyFigure logarithmic(double least) {
        this.least = least;
        return this;
    }

    /** Upwards from zero. */
    public StudyFigure fromZero() {
        fromZero = true;
        return this;
    }

    /** @param series its number, which chooses the colour */
    public StudyFigure points(String label, int series, double[] x, double[] y) {
        all.add(new Series(label, series, x, y, Look.POINTS));
        return this;
    }

    /** @param series its number, which chooses the colour */
    public StudyFigure line(String label, int series, double[] x, double[] y) {
        all.add(new Series(label, series, x, y, Look.LINE));
        return this;
    }

    /**
     * Theory, or a fit.
     * @param series its number, which chooses the colour
     */
    public StudyFigure dashed(String label, int series, double[] x, double[] y) {
        all.add(new Series(label, series, x, y, Look.DASHES));
        return this;
    }

    /**
     * Error bars; none where an error is not known.
     * @param half of a bar's length.
     * @param series its number, which chooses the colour
     */
    public StudyFigure bars(int series, double[] x, double[] y, double[] half) {
        bars.add(new Bars(series, x, y, half));
        return this;
    }

    Figure figure() {
        Plot plot = new Plot(xTitle, yTitle);
        if (least > 0) {
            plot.decadesAcross().logarithmic(least);
        }
        if (fromZero) {
            plot.fromZero();
        }
        all.forEach(series -> draw(series, plot));
        bars.forEach(each -> draw(each, plot));
        return Figure.single(name, title, caption, plot);
    }

    private void draw(Series series, Plot plot) {
        Curve curve = new Curve(series.x(), series.y());
        Color colour = Palette.series(series.number());
        if (series.look() == Look.POINTS) {
            plot.marks(series.label(), name(series), curve, colour, Mark.DOT, DOT);
        } else {
            plot.line(series.label(), name(series), curve.thin(), colour, stroke(series));
        }
    }

    private void draw(Bars bars, Plot plot) {
        plot.bars("", name(bars.number()), new Curve(bars.x(), bars.y()), bars.half(), Palette.series(bars.number()));
    }

    private String name(Series series) {
        return series.label().isEmpty() ? name(series.number()) : series.label();
    }

    /** What has no label goes by the first one of its colour. */
    private String name(int number) {
        return all.stream()
                .filter(series -> series.number() == number && !series.label().isEmpty())
                .map(Series::label)
                .findFirst()
                .orElse("");
    }

    private static BasicStroke stroke(Series series) {
        return series.look() == Look.LINE ? Theme.SOLID : Theme.DASHED;
    }
}
