package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A handful of sampled paths, the same agents under every guidance; of agents that are not steered, a panel for each coordinate. */
final class PathsFigure implements FigureFamily {

    private static final int MOST_PATHS = 10;
    private static final int MOST_POINTS = 400;
    private static final int MOST_COORDINATES = 4;
    private static final double TINT = 0.55;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<GuidanceResult> shown = findings.guidances().stream()
                .filter(result -> result.paths().length > 0)
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Panel> panels =
                findings.steered() ? byGuidance(findings, shown, palette) : byCoordinate(findings, palette);
        return Optional.of(Figure.grid("paths", "Sampled paths", caption(findings), panels));
    }

    /** On one scale, so that the panels compare. */
    private static List<Panel> byGuidance(Findings findings, List<GuidanceResult> shown, Palette palette) {
        Range range = Range.of(shown.stream()
                .flatMap(result -> Arrays.stream(result.paths()).limit(MOST_PATHS))
                .flatMapToDouble(path -> Arrays.stream(coordinate(path, 0))));
        List<Panel> panels = new ArrayList<>();
        for (GuidanceResult result : shown) {
            Plot plot = plot(findings, result, 0, palette.of(result.guidance())).y(range);
            panels.add(new TitledPanel(result.guidance(), plot));
        }
        return panels;
    }

    private static List<Panel> byCoordinate(Findings findings, Palette palette) {
        GuidanceResult result = findings.guidances().get(0);
        List<Panel> panels = new ArrayList<>();
        for (int j : Coordinates.spread(findings.dimension(), MOST_COORDINATES)) {
            Plot plot = plot(findings, result, j, palette.of(result.guidance()));
            findings.turn(j).ifPresent(turn -> plot.y(new Range(turn.low(), turn.low() + turn.length())));
            panels.add(findings.dimension() == 1 ? plot : new TitledPanel(findings.coordinate(j), plot));
        }
        return panels;
    }

    private static String caption(Findings findings) {
        String mean = findings.absorbs() ? "agents that live" : "whole population";
        if (findings.steered()) {
            return "State of a few agents" + (findings.dimension() > 1 ? " (coordinate 0)" : "")
                    + " against time, the same agents driven by the same noise under each guidance, and the mean of the "
                    + mean
                    + ". State in the units of the scenario, time in units of the horizon.";
        }
        boolean turns = IntStream.range(0, findings.dimension())
                .anyMatch(j -> findings.turn(j).isPresent());
        return "State of a few agents against time, and the mean of the " + mean + "."
                + (turns ? " What is on a circle is shown on one turn." : "") + TimePanel.UNITS;
    }

    private static Plot plot(Findings findings, GuidanceResult result, int j, Color colour) {
        String time = findings.steered() ? Axis.TIME : "time";
        String state = findings.steered() ? "state" : findings.coordinate(j);
        Plot plot = new Plot(time, state).x(new Range(0, findings.horizon()));
        double[] times = findings.times();
        for (int p = 0; p < Math.min(MOST_PATHS, result.paths().length); p++) {
            Curve path = new Curve(times, coordinate(result.paths()[p], j)).thin(MOST_POINTS);
            plot.line("sampled agents", "agent " + p, findings.shown(j, path), Theme.tint(colour, TINT), Theme.THIN);
        }
        Curve mean = Curve.of(times, result.moments().mean(), row -> row[j]);
        return plot.line("population mean", findings.shown(j, mean), Theme.INK, Theme.SOLID);
    }

    private static double[] coordinate(float[][] path, int j) {
        return IntStream.range(0, path.length).mapToDouble(i -> path[i][j]).toArray();
    }
}
