package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import java.util.Optional;

/** The population mean against the straight line from the initial to the target mean. */
final class MeanFigure implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        boolean one = findings.dimension() == 1;
        Plot plot =
                new Plot(Axis.TIME, (one ? "mean" : "mean over coordinates") + " (units of the state)").x(Range.UNIT);
        for (GuidanceResult result : findings.guidances()) {
            Curve mean = Curve.of(result.moments().times(), result.moments().mean(), MeanFigure::average);
            plot.line(mean, palette.of(result.guidance()), Theme.SOLID);
        }
        Legend legend = Legend.ofLines(findings, palette);
        if (findings.straight()) {
            addLine(plot, legend, findings);
        } else if (findings.anyExact()) {
            addExact(plot, legend, findings);
        }
        return Optional.of(Figure.single("mean", "Population mean", caption(one, findings), legend, plot));
    }

    private static void addLine(Plot plot, Legend legend, Findings findings) {
        double[] ends = {average(findings.initialMean()), average(findings.targetMean())};
        plot.line(new Curve(new double[] {0, 1}, ends), Theme.INK, Theme.DASHED);
        legend.line("straight line", Theme.INK, Theme.DASHED);
    }

    private static void addExact(Plot plot, Legend legend, Findings findings) {
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> Curve.of(exact.times(), exact.mean(), MeanFigure::average))
                    .ifPresent(mean -> plot.line(mean, Theme.INK, Theme.DASHED));
        }
        legend.line("exact", Theme.INK, Theme.DASHED);
    }

    private static String caption(boolean one, Findings findings) {
        return "Mean of the population" + (one ? "" : ", averaged over its coordinates,") + " against time"
                + reference(findings) + ". State in the units of the scenario, time in units of the horizon.";
    }

    private static String reference(Findings findings) {
        if (findings.straight()) {
            return ", and the straight line from the initial to the target mean, which the mean-field guidance"
                    + " follows for any laws and any stiffness";
        }
        return findings.anyExact() ? "; dashed: the exact value in continuous time" : "";
    }

    private static double average(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
