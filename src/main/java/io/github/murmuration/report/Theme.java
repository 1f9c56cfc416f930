package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look that every figure shares: white ground, thin grey grid, no boxes, one font. */
final class Theme {

    static final Color INK = new Color(0x1A1A1A);
    static final Color GREY = new Color(Palette.GREY);
    static final Color GRID = new Color(0xE3E3E3);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    static final BasicStroke SOLID = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke THIN = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 5f}, 0f);
    private static final BasicStroke HAIRLINE = new BasicStroke(0.8f);

    /** At most six decimals, none that are zero; a true minus sign. */
    private static final String NUMBERS = "#,##0.######;\u2212#,##0.######";

    /** Just below 1: XChart leaves out the ticks at the very ends of an axis that fills its space. */
    private static final double CONTENT = 0.998;

    /** Less than any distance of ticks, so that XChart leaves none out. */
    private static final int SPACING = 12;

    private Theme() {}

    /** Axes with the given ticks, without data. */
    static XYChart axes(String xTitle, String yTitle, Ticks x, Ticks y) {
        XYChart chart = new XYChart(100, 100);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        XYStyler styler = chart.getStyler();
        frame(styler);
        text(styler);
        ticks(styler);
        styler.setXAxisMin(x.range().low()).setXAxisMax(x.range().high());
        styler.setYAxisMin(y.range().low()).setYAxisMax(y.range().high());
        styler.setxAxisTickLabelsFormattingFunction(x.label()::apply);
        styler.setyAxisTickLabelsFormattingFunction(y.label()::apply);
        place(chart, "x", x.values(), constant(y.values()[0], x.values().length));
        place(chart, "y", constant(x.values()[0], y.values().length), y.values());
        return chart;
    }

    /** XChart puts its ticks at the values of series that are few and evenly spaced: an invisible one says where. */
    private static void place(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static double[] constant(double value, int length) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static void frame(AxesChartStyler styler) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartPadding(12);
        styler.setPlotContentSize(CONTENT);
        styler.setPlotMargin(0);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(HAIRLINE);
        styler.setPlotTicksMarksVisible(false);
    }

    private static void text(AxesChartStyler styler) {
        styler.setChartFontColor(INK);
        styler.setAxisTitleFont(LABEL);
        styler.setAxisTitlePadding(8);
        styler.setAxisTickLabelsFont(SMALL);
        styler.setAxisTickLabelsColor(INK);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    }

    private static void ticks(AxesChartStyler styler) {
        styler.setAxisTickMarksColor(GREY);
        styler.setAxisTickMarksStroke(HAIRLINE);
        styler.setAxisTickMarkLength(4);
        styler.setAxisTickPadding(4);
        styler.setXAxisTickMarkSpacingHint(SPACING);
        styler.setYAxisTickMarkSpacingHint(SPACING);
    }

    /** The colour mixed with white; strength 1 leaves it as it is. */
    static Color tint(Color colour, double strength) {
        return new Color(
                tint(colour.getRed(), strength), tint(colour.getGreen(), strength), tint(colour.getBlue(), strength));
    }

    private static int tint(int channel, double strength) {
        return (int) Math.round(255 + strength * (channel - 255));
    }
}
