package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.Arrays;
import java.util.Optional;

/** How far the population mean is from the straight line, beside the sampling error of a mean of that many agents. */
final class DeviationFigure implements FigureFamily {

    /** Distances this far below the largest sampling error are passages through the line, not worth a decade of the axis. */
    private static final double LEAST = 0.01;

    private static final String SAMPLING = "sampling error of the mean";

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        if (!findings.straight()) {
            return Optional.empty();
        }
        Curve error = samplingError(findings);
        Plot plot = new Plot(Axis.TIME, "distance from the line (units of the state)")
                .logarithmic(LEAST * largest(error))
                .x(Range.UNIT);
        for (GuidanceResult result : findings.guidances()) {
            MomentSeries moments = result.moments();
            Curve distance = distance(moments.times(), moments.mean(), findings);
            plot.line(result.guidance(), distance, palette.of(result.guidance()), Theme.SOLID);
        }
        if (plot.isEmpty()) {
            return Optional.empty();
        }
        addExact(plot, findings);
        plot.line(SAMPLING, error, Theme.GREY, Theme.THIN);
        return Optional.of(figure(plot, findings));
    }

    private static void addExact(Plot plot, Findings findings) {
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> distance(exact.times(), exact.mean(), findings))
                    .ifPresent(distance -> plot.line("exact", "exact, " + name, distance, Theme.INK, Theme.DASHED));
        }
    }

    private static Figure figure(Plot plot, Findings findings) {
        String caption =
                "Euclidean distance of the population mean from the straight line between the initial and the target"
                        + " mean, on a logarithmic scale"
                        + (findings.anyExact() ? "; dashed: the exact distance in continuous time" : "")
                        + "; thin: the root mean square error of a mean of that many independent agents under the first"
                        + " guidance. Distances near or below the thin curve are not significant."
                        + LineWords.of(findings);
        return Figure.single("deviation", "Distance from the straight line", caption, plot);
    }

    private static Curve distance(double[] times, double[][] mean, Findings findings) {
        double[] distance = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < mean[i].length; j++) {
                distance[i] = Math.hypot(distance[i], mean[i][j] - findings.line(times[i], j));
            }
        }
        return new Curve(times, distance).thin();
    }

    /** Of the finite values; 0 when there is none. */
    private static double largest(Curve error) {
        return Arrays.stream(error.y()).filter(Double::isFinite).max().orElse(0);
    }

    private static Curve samplingError(Findings findings) {
        MomentSeries moments = findings.guidances().get(0).moments();
        double agents = findings.run().scenario().population().agents();
        return Curve.of(
                moments.times(),
                moments.variance(),
                variance -> Math.sqrt(Arrays.stream(variance).sum() / agents));
    }
}
