package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.util.Arrays;
import java.util.Optional;

/** The population mean against time beside the exact one, and the straight line from the initial to the target mean. */
final class MeanFigure implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        boolean one = findings.dimension() == 1;
        Plot plot =
                new Plot(Axis.TIME, (one ? "mean" : "mean over coordinates") + " (units of the state)").x(Range.UNIT);
        for (GuidanceResult result : findings.guidances()) {
            Curve mean = Curve.of(result.moments().times(), result.moments().mean(), MeanFigure::average);
            plot.line(result.guidance(), mean, palette.of(result.guidance()), Theme.SOLID);
        }
        if (findings.straight()) {
            addLine(plot, findings);
        }
        if (findings.anyExact()) {
            addExact(plot, findings);
        }
        return Optional.of(Figure.single("mean", "Population mean", caption(one, findings), plot));
    }

    private static void addLine(Plot plot, Findings findings) {
        double[] ends = {average(findings.initialMean()), average(findings.targetMean())};
        plot.line("straight line", new Curve(new double[] {0, 1}, ends), Theme.GREY, Theme.THIN);
    }

    private static void addExact(Plot plot, Findings findings) {
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> Curve.of(exact.times(), exact.mean(), MeanFigure::average))
                    .ifPresent(mean -> plot.line("exact", "exact, " + name, mean, Theme.INK, Theme.DASHED));
        }
    }

    private static String caption(boolean one, Findings findings) {
        return "Mean of the population" + (one ? "" : ", averaged over its coordinates,") + " against time"
                + reference(findings) + "." + LineWords.of(findings)
                + " State in the units of the scenario, time in units of the horizon.";
    }

    private static String reference(Findings findings) {
        return (findings.anyExact() ? "; dashed: the exact value in continuous time" : "")
                + (findings.straight() ? "; thin: the straight line from the initial to the target mean" : "");
    }

    private static double average(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
