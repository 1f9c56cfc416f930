package io.github.murmuration.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look that every figure shares: white ground, thin grey grid, no boxes, one font. */
final class Theme {

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
    private static final double CONTENT = 0.9999;

    private static final int SPACING_X = 64;
    private static final int SPACING_Y = 44;

    private Theme() {}

    /** Axes of the given extent, without data. */
    static XYChart axes(String xTitle, String yTitle, Range x, Range y, boolean logarithmic) {
        XYChart chart = new XYChart(100, 100);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        XYStyler styler = chart.getStyler();
        frame(styler);
        text(styler);
        ticks(styler);
        styler.setYAxisLogarithmic(logarithmic);
        styler.setYAxisLogarithmicDecadeOnly(logarithmic);
        styler.setXAxisMin(x.low()).setXAxisMax(x.high());
        styler.setYAxisMin(y.low()).setYAxisMax(y.high());
        XYSeries extent = chart.addSeries("extent", new double[] {x.low(), x.high()}, new double[] {y.low(), y.high()});
        extent.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        extent.setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** Spaces the labels of the horizontal axis so that none falls between whole numbers. */
    static void wholeNumbers(XYChart chart, Range x, int width) {
        int one = (int) (1.1 * width / (x.high() - x.low()));
        chart.getStyler().setXAxisTickMarkSpacingHint(Math.max(SPACING_X, one));
    }

    /** The same for the vertical axis. */
    static void wholeNumbersUpwards(XYChart chart, Range y, int height) {
        int one = (int) (height / (y.high() - y.low()));
        chart.getStyler().setYAxisTickMarkSpacingHint(Math.max(SPACING_Y / 2, one));
    }

    private static void frame(AxesChartStyler styler) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartPadding(8);
        styler.setPlotContentSize(CONTENT);
        styler.setPlotMargin(0);
        styler.setPlotGridLinesColor(Palette.GRID);
        styler.setPlotGridLinesStroke(HAIRLINE);
        styler.setPlotTicksMarksVisible(false);
    }

    private static void text(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartFontColor(Palette.INK);
        styler.setAxisTitleFont(LABEL);
        styler.setAxisTitlePadding(8);
        styler.setAxisTickLabelsFont(SMALL);
        styler.setAxisTickLabelsColor(Palette.INK);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setXAxisDecimalPattern(NUMBERS);
        styler.setYAxisDecimalPattern(NUMBERS);
    }

    private static void ticks(AxesChartStyler styler) {
        styler.setAxisTickMarksColor(Palette.GREY);
        styler.setAxisTickMarksStroke(HAIRLINE);
        styler.setAxisTickMarkLength(4);
        styler.setAxisTickPadding(4);
        styler.setXAxisTickMarkSpacingHint(SPACING_X);
        styler.setYAxisTickMarkSpacingHint(SPACING_Y);
    }
}
