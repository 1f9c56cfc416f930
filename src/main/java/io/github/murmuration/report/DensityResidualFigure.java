package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** How far the counted density is from the known one, bin by bin, with errors. */
final class DensityResidualFigure implements FigureFamily {

    private static final int MOST_COORDINATES = 4;

    /** More hide each other's error bars. */
    private static final int MOST_BINS = 30;

    /** Points of a bin at which the known density is evaluated. */
    private static final int POINTS = 32;

    private static final double ERRORS = 2;
    private static final double DOT = 5;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<Panel> panels = new ArrayList<>();
        for (int j : Coordinates.spread(findings.dimension(), MOST_COORDINATES)) {
            TerminalDensity law = new TerminalDensity(findings, j);
            Optional<Plot> plot =
                    law.known().map(density -> panel(law, density, palette)).filter(each -> !each.isEmpty());
            plot.ifPresent(each ->
                    panels.add(findings.dimension() == 1 ? each : new TitledPanel(findings.coordinate(j), each)));
        }
        String known = findings.steered() ? "the target" : "the limit of infinitely many agents";
        String caption =
                "Counted density minus that of " + known + ", over bins. Bars are two standard errors of a count of"
                        + " independent agents to either side: about one in twenty does not reach zero by chance alone.";
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.grid("density-residuals", "Residuals of the terminal density", caption, panels));
    }

    private static Plot panel(TerminalDensity law, DoubleUnaryOperator density, Palette palette) {
        Plot plot = new Plot("state", "residual (1 / state)");
        for (GuidanceResult result : law.findings().guidances()) {
            String name = law.findings().steered() ? result.guidance() : "simulated";
            law.counted(result)
                    .ifPresent(histogram -> add(plot, name, histogram, density, palette.of(result.guidance())));
        }
        return plot;
    }

    /** The ends of a histogram, where agents outside are counted, are left out. */
    private static void add(Plot plot, String name, Histogram histogram, DoubleUnaryOperator density, Color colour) {
        double agents = Arrays.stream(histogram.counts()).sum();
        Histogram bins = coarse(histogram);
        double[] places = new double[bins.counts().length];
        double[] residuals = new double[places.length];
        double[] half = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            double left = bins.low() + i * bins.width();
            double share = share(density, left, bins.width());
            places[i] = left + bins.width() / 2;
            residuals[i] = (bins.counts()[i] / agents - share) / bins.width();
            half[i] = ERRORS * Math.sqrt(share * Math.max(0, 1 - share) / agents) / bins.width();
        }
        Curve curve = new Curve(places, residuals);
        plot.marks(name, name, curve, colour, Mark.DOT, DOT).bars("", name, curve, half, colour);
    }

    /** Inner bins that are not almost empty, several as one where they are many. */
    private static Histogram coarse(Histogram histogram) {
        Range range = Window.empty().cover(histogram).range();
        int first = Math.max(1, (int) Math.round((range.low() - histogram.low()) / histogram.width()));
        int end = Math.min(
                histogram.counts().length - 1, (int) Math.round((range.high() - histogram.low()) / histogram.width()));
        int together = Math.max(1, (end - first + MOST_BINS - 1) / MOST_BINS);
        long[] counts = new long[Math.max(0, end - first) / together];
        for (int i = 0; i < counts.length * together; i++) {
            counts[i / together] += histogram.counts()[first + i];
        }
        return new Histogram(histogram.low() + first * histogram.width(), together * histogram.width(), counts);
    }

    /** Integral of a density over a bin, by the midpoint rule. */
    private static double share(DoubleUnaryOperator density, double left, double width) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += density.applyAsDouble(left + (i + 0.5) * width / POINTS);
        }
        return sum * width / POINTS;
    }
}
