package io.github.murmuration.report;

import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import io.github.murmuration.sim.JointHistogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pairs of coordinates at the horizon as maps of colours, with the contours of the target. */
final class JointDensityFigure implements FigureFamily {

    private static final double[] SHARES = {0.5, 0.9, 0.99};

    /** Share of the agents that a picture leaves out at either end. */
    private static final double LEFT_OUT = 5e-4;

    /** Of the grid on which the target is evaluated, in each direction. */
    private static final int POINTS = 97;

    /** An axis shorter than this share of its numbers has no ticks to tell apart. */
    private static final double SHORTEST = 1e-6;

    /** A map of whole bins. */
    private record Part(String title, MapAxes axes, double[][] values, List<Contour> lines) {

        double highest() {
            return Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElse(0);
        }
    }

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<Part> maps = new ArrayList<>();
        for (GuidanceResult result : findings.guidances()) {
            for (JointHistogram pair : result.density().joint()) {
                map(findings, result, pair).ifPresent(maps::add);
            }
        }
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        double highest = maps.stream().mapToDouble(Part::highest).max().orElseThrow();
        ColourScale scale = new ColourScale("density (1 / state\u00b2):", 0, highest);
        List<Panel> panels = maps.stream()
                .<Panel>map(map -> new TitledPanel(map.title, new MapPanel(map.axes, map.values, scale, map.lines)))
                .toList();
        boolean lines = maps.stream().anyMatch(map -> !map.lines.isEmpty());
        return Optional.of(
                Figure.grid("joint-density", "Joint terminal density", caption(findings, lines), scale, panels));
    }

    private static Optional<Part> map(Findings findings, GuidanceResult result, JointHistogram pair) {
        Range x = BinnedDensity.inner(pair.across(), LEFT_OUT);
        Range y = BinnedDensity.inner(pair.upwards(), LEFT_OUT);
        if (!isLong(x) || !isLong(y)) {
            return Optional.empty();
        }
        String whose = findings.guidances().size() == 1 ? "" : result.guidance() + ": ";
        String first = findings.coordinate(pair.first());
        String second = findings.coordinate(pair.second());
        return Optional.of(new Part(
                whose + first + " and " + second,
                new MapAxes(first, second, x, y, false),
                values(pair, x, y),
                contours(findings, pair, x, y)));
    }

    private static boolean isLong(Range range) {
        return range.high() - range.low() > SHORTEST * Math.max(Math.abs(range.low()), Math.abs(range.high()));
    }

    /** Densities of the bins within two ranges, from the bottom up. */
    private static double[][] values(JointHistogram pair, Range x, Range y) {
        double[][] density = pair.density();
        int left = index(pair.across(), x.low());
        int bottom = index(pair.upwards(), y.low());
        double[][] values = new double[index(pair.upwards(), y.high()) - bottom][];
        for (int r = 0; r < values.length; r++) {
            values[r] = new double[index(pair.across(), x.high()) - left];
            for (int c = 0; c < values[r].length; c++) {
                values[r][c] = density[left + c][bottom + r];
            }
        }
        return values;
    }

    private static int index(Histogram bins, double edge) {
        return (int) Math.round((edge - bins.low()) / bins.width());
    }

    private static List<Contour> contours(Findings findings, JointHistogram pair, Range x, Range y) {
        return findings.targetDensity(pair.first(), pair.second())
                .map(target -> contours(surface(target, x, y)))
                .orElse(List.of());
    }

    private static List<Contour> contours(Contour.Surface surface) {
        return Arrays.stream(SHARES)
                .mapToObj(share -> Contour.of(surface, surface.level(share)))
                .toList();
    }

    private static Contour.Surface surface(PairMarginal target, Range x, Range y) {
        double[] across = points(x);
        double[] upwards = points(y);
        double[][] values = Arrays.stream(across)
                .mapToObj(at ->
                        Arrays.stream(upwards).map(up -> target.density(at, up)).toArray())
                .toArray(double[][]::new);
        return new Contour.Surface(across, upwards, values);
    }

    private static double[] points(Range range) {
        double[] points = new double[POINTS];
        Arrays.setAll(points, i -> range.low() + (range.high() - range.low()) * i / (POINTS - 1));
        return points;
    }

    private static String caption(Findings findings, boolean lines) {
        String whose = findings.absorbs() ? "agents that live" : "population";
        String target = lines
                ? " Lines are contours of the target: of what it has in a picture, half is inside the innermost, then 90 and 99 %."
                : "";
        return "Density of the " + whose + " at the horizon in two coordinates together, counted over its first agents."
                + target;
    }
}
