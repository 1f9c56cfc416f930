package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A handful of sampled paths, the same agents under every guidance. */
final class PathsFigure implements FigureFamily {

    private static final int MOST_PATHS = 10;
    private static final int MOST_POINTS = 400;
    private static final double TINT = 0.55;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<GuidanceResult> shown = findings.guidances().stream()
                .filter(result -> result.paths().length > 0)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Range range = range(shown);
        List<Panel> panels = new ArrayList<>();
        for (GuidanceResult result : shown) {
            panels.add(new TitledPanel(
                    result.guidance(),
                    plot(result, palette.of(result.guidance())).y(range)));
        }
        return Optional.of(figure(findings, panels));
    }

    private static Figure figure(Findings findings, List<Panel> panels) {
        String caption = "State of a few agents" + (findings.dimension() > 1 ? " (coordinate 0)" : "")
                + " against time, the same agents driven by the same noise under each guidance, and the mean of the whole"
                + " population. State in the units of the scenario, time in units of the horizon.";
        return Figure.grid("paths", "Sampled paths", caption, panels);
    }

    /** Of all paths that are shown, so that the panels compare. */
    private static Range range(List<GuidanceResult> shown) {
        return Range.of(shown.stream()
                .flatMap(result -> Arrays.stream(result.paths()).limit(MOST_PATHS))
                .flatMapToDouble(path -> Arrays.stream(coordinate(path))));
    }

    private static Plot plot(GuidanceResult result, Color colour) {
        Plot plot = new Plot(Axis.TIME, "state").x(Range.UNIT);
        double[] times = result.moments().times();
        for (int p = 0; p < Math.min(MOST_PATHS, result.paths().length); p++) {
            Curve path = new Curve(times, coordinate(result.paths()[p])).thin(MOST_POINTS);
            plot.line("sampled agents", "agent " + p, path, Theme.tint(colour, TINT), Theme.THIN);
        }
        return plot.line(
                "population mean", Curve.of(times, result.moments().mean(), row -> row[0]), Theme.INK, Theme.SOLID);
    }

    private static double[] coordinate(float[][] path) {
        double[] values = new double[path.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = path[i][0];
        }
        return values;
    }
}
