package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How one coordinate is spread over time, as a map of colours beside one of what is known.
 * @param j the coordinate
 */
record DensityOverTimeFigure(int j) implements FigureFamily {

    /** As many as a run has times at most. */
    private static final int ACROSS = 65;

    private static final int UPWARDS = 80;

    /** More maps make a page large. */
    private static final int MOST_MAPS = 8;

    /** Share of the times whose peaks the scale reaches: a law that begins or ends as a point is higher than all others. */
    private static final double REACHED = 0.9;

    /** A peak above the scale by no more than this stretches it. */
    private static final double STRETCH = 1.5;

    /** @param words what it is of; empty where it was counted */
    private record Picture(String title, String words, double[][] values) {

        boolean known() {
            return !words.isEmpty();
        }
    }

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        int shown = shown(findings);
        if (j >= shown) {
            return Optional.empty();
        }
        MapAxes axes = axes(findings);
        List<Picture> maps = maps(findings, axes);
        List<Picture> known = maps.stream().filter(Picture::known).toList();
        ColourScale scale = new ColourScale("density (1 / state):", 0, highest(known.isEmpty() ? maps : known));
        List<Panel> panels = maps.stream()
                .<Panel>map(map -> new TitledPanel(map.title, new MapPanel(axes, map.values, scale, List.of())))
                .toList();
        String which = findings.dimension() == 1 ? "" : " of " + findings.coordinate(j);
        String name = "density-over-time" + (findings.dimension() == 1 ? "" : "-" + j);
        return Optional.of(Figure.grid(
                name,
                "Density" + which + " over time",
                caption(findings, which, known.stream().map(Picture::words).findFirst(), shown),
                scale,
                panels));
    }

    /** The first coordinates, of those that were counted: at least one. */
    private static int shown(Findings findings) {
        int maps = 2 * findings.guidances().size();
        return Math.min(findings.guidances().get(0).density().coordinates(), Math.max(1, MOST_MAPS / maps));
    }

    private MapAxes axes(Findings findings) {
        return new MapAxes(
                "time",
                findings.dimension() == 1 && findings.steered() ? "state" : findings.coordinate(j),
                new Range(0, findings.horizon()),
                new DensityOverTime(findings, j).range(),
                false);
    }

    /** Populations whose law is known come first, so that each is beside its own. */
    private List<Picture> maps(Findings findings, MapAxes axes) {
        DensityOverTime law = new DensityOverTime(findings, j);
        List<GuidanceResult> results = findings.guidances().stream()
                .sorted(Comparator.comparing(result -> law.known(result).isEmpty()))
                .toList();
        List<Picture> maps = new ArrayList<>();
        for (GuidanceResult result : results) {
            String whose = results.size() == 1 ? "" : result.guidance() + ", ";
            maps.add(new Picture(whose + "simulated", "", cells(law.counted(result), axes)));
            law.known(result)
                    .ifPresent(known ->
                            maps.add(new Picture(whose + known.name(), known.words(), cells(known.law(), axes))));
        }
        return maps;
    }

    private static double[][] cells(TimeDensity law, MapAxes axes) {
        return law.cells(axes.x(), axes.y(), ACROSS, UPWARDS);
    }

    private static double highest(List<Picture> maps) {
        double[] peaks = maps.stream()
                .flatMapToDouble(map -> peaks(map.values))
                .filter(peak -> peak > 0)
                .sorted()
                .toArray();
        if (peaks.length == 0) {
            return 1;
        }
        double reached = peaks[(int) (REACHED * (peaks.length - 1))];
        double highest = peaks[peaks.length - 1];
        return highest <= STRETCH * reached ? highest : reached;
    }

    private static DoubleStream peaks(double[][] map) {
        double[] peaks = new double[map[0].length];
        for (double[] row : map) {
            for (int c = 0; c < row.length; c++) {
                peaks[c] = Math.max(peaks[c], row[c]);
            }
        }
        return Arrays.stream(peaks);
    }

    private String caption(Findings findings, String which, Optional<String> known, int shown) {
        String whose = findings.absorbs() ? "Density of the agents that live" : "Density of the population";
        String beside =
                known.map(words -> ", beside " + words + ", on the same scale.").orElse(".");
        String few = shown == findings.dimension()
                ? ""
                : shown == 1
                        ? " The first of " + findings.dimension() + " coordinates is shown."
                        : " The first " + shown + " of " + findings.dimension() + " coordinates are shown.";
        String unit = findings.steered() ? " Time in units of the horizon." : TimePanel.UNITS;
        return whose + which + " over time, counted over "
                + Numbers.count(findings.guidances().get(0).density().agents()) + " agents" + beside
                + " What is denser than the end of the scale has the colour of its end." + few + unit;
    }
}
