package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/** A figure of a study: lines and points on one pair of axes, one colour per series. */
public final class StudyFigure {

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));
    private static final double DOT = 7;

    private final String name;
    private final String title;
    private final String caption;
    private final Plot plot;
    private final Legend legend = Legend.empty();

    /**
     * @param name of its files, without ending
     * @param caption what is seen and in what units; plain text
     */
    public StudyFigure(String name, String title, String caption, String xTitle, String yTitle) {
        this.name = name;
        this.title = title;
        this.caption = caption;
        this.plot = new Plot(xTitle, yTitle);
    }

    /** Logarithmic axes for what is added after this. @param least smallest value shown upwards */
    public StudyFigure logarithmic(double least) {
        plot.decadesAcross().logarithmic(least);
        return this;
    }

    /** Upwards from zero. */
    public StudyFigure fromZero() {
        plot.fromZero();
        return this;
    }

    /** @param series its number, which chooses the colour */
    public StudyFigure points(String label, int series, double[] x, double[] y) {
        plot.marks(new Curve(x, y), colour(series), Mark.DOT, DOT);
        if (!label.isEmpty()) {
            legend.mark(label, Mark.DOT, colour(series));
        }
        return this;
    }

    /** @param series its number, which chooses the colour */
    public StudyFigure line(String label, int series, double[] x, double[] y) {
        return line(label, series, x, y, Theme.SOLID);
    }

    /** Theory, or a fit. @param series its number, which chooses the colour */
    public StudyFigure dashed(String label, int series, double[] x, double[] y) {
        return line(label, series, x, y, Theme.DASHED);
    }

    private StudyFigure line(String label, int series, double[] x, double[] y, BasicStroke stroke) {
        plot.line(new Curve(x, y).thin(), colour(series), stroke);
        if (!label.isEmpty()) {
            legend.line(label, colour(series), stroke);
        }
        return this;
    }

    Figure figure() {
        return Figure.single(name, title, caption, legend, plot);
    }

    private static Color colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }
}
