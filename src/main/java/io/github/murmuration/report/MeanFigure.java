package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The population mean of each coordinate against time, beside the exact one and the straight line from the initial to the target mean. */
final class MeanFigure implements FigureFamily {

    private static final int MOST = 6;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<Panel> panels = new ArrayList<>();
        int[] coordinates = Coordinates.spread(findings.dimension(), MOST);
        for (int j : coordinates) {
            Plot plot = plot(findings, palette, j);
            panels.add(coordinates.length == 1 ? plot : new TitledPanel(findings.coordinate(j), plot));
        }
        return Optional.of(Figure.grid("mean", "Population mean", caption(findings, coordinates.length), panels));
    }

    private static Plot plot(Findings findings, Palette palette, int j) {
        Plot plot = new Plot(Axis.TIME, "mean (units of the state)").x(Range.UNIT);
        for (GuidanceResult result : findings.guidances()) {
            Curve mean = Curve.of(result.moments().times(), result.moments().mean(), row -> row[j]);
            plot.line(result.guidance(), mean, palette.of(result.guidance()), Theme.SOLID);
        }
        if (findings.straight()) {
            double[] ends = {findings.line(0, j), findings.line(1, j)};
            plot.line("straight line", new Curve(new double[] {0, 1}, ends), Theme.GREY, Theme.THIN);
        }
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> Curve.of(exact.times(), exact.mean(), row -> row[j]))
                    .ifPresent(mean -> plot.line("exact", "exact, " + name, mean, Theme.INK, Theme.DASHED));
        }
        return plot;
    }

    private static String caption(Findings findings, int shown) {
        int d = findings.dimension();
        String which =
                d == 1 ? "" : shown < d ? ", of " + shown + " of the " + d + " coordinates," : ", by coordinate,";
        return "Mean of the population" + which + " against time" + reference(findings) + "." + LineWords.of(findings)
                + " State in the units of the scenario, time in units of the horizon.";
    }

    private static String reference(Findings findings) {
        return (findings.anyExact() ? "; dashed: the exact value in continuous time" : "")
                + (findings.straight() ? "; thin: the straight line from the initial to the target mean" : "");
    }
}
