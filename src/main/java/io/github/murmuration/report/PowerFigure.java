package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mean power of the control against time, simulated and exact. */
final class PowerFigure implements FigureFamily {

    /** Beyond this ratio of the largest to the median power, a linear axis would hide most of the curve. */
    private static final double WIDE_RANGE = 30;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<Curve> curves = simulated(findings);
        boolean logarithmic = logarithmic(curves);
        Plot plot = new Plot(Axis.TIME, "power E|u|\u00b2 (state\u00b2 / time\u00b2)").x(Range.UNIT);
        if (logarithmic) {
            plot.logarithmic(Double.MIN_NORMAL);
        } else {
            plot.fromZero();
        }
        for (int g = 0; g < curves.size(); g++) {
            plot.line(
                    findings.names().get(g),
                    curves.get(g),
                    palette.of(findings.names().get(g)),
                    Theme.SOLID);
        }
        if (plot.isEmpty()) {
            return Optional.empty();
        }
        addExact(plot, findings);
        return Optional.of(figure(plot, findings, logarithmic));
    }

    private static Figure figure(Plot plot, Findings findings, boolean logarithmic) {
        String caption = "Mean power of the control, summed over coordinates, against time"
                + (logarithmic ? ", on a logarithmic scale" : "")
                + (findings.anyExact() ? "; dashed: the exact value in continuous time" : "")
                + ". Its integral is the control energy."
                + (findings.straight() && findings.run().scenario().protocol().intervals() > 1
                        ? " Kinks are breaks of the protocol."
                        : "");
        return Figure.single("power", "Power", caption, plot);
    }

    private static List<Curve> simulated(Findings findings) {
        List<Curve> curves = new ArrayList<>();
        for (GuidanceResult result : findings.guidances()) {
            MomentSeries moments = result.moments();
            curves.add(
                    Curve.of(moments.times(), moments.power(), PowerFigure::sum).finite());
        }
        return curves;
    }

    private static void addExact(Plot plot, Findings findings) {
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> Curve.of(exact.times(), exact.power(), PowerFigure::sum))
                    .ifPresent(power -> plot.line("exact", "exact, " + name, power, Theme.INK, Theme.DASHED));
        }
    }

    private static boolean logarithmic(List<Curve> curves) {
        double[] sorted = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .sorted()
                .toArray();
        return sorted.length > 0 && sorted[sorted.length - 1] > WIDE_RANGE * sorted[sorted.length / 2];
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
