package io.github.murmuration.report;

import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.sim.Histogram;
import io.github.murmuration.sim.JointHistogram;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The law of two coordinates at the end of a run: what was counted, by whole bins, and the target where it has a density.
 *
 * @param values densities of bins, from the bottom up
 */
record JointDensity(MapAxes axes, double[][] values, Optional<Contour.Surface> target) {

    private static final double[] SHARES = {0.5, 0.9, 0.99};

    /** Share of the agents that a picture leaves out at either end. */
    private static final double LEFT_OUT = 5e-4;

    /** Of the grid on which the target is evaluated, in each direction. */
    private static final int POINTS = 97;

    /** An axis shorter than this share of its numbers has no ticks to tell apart. */
    private static final double SHORTEST = 1e-5;

    /** Empty where agents are in one place of a coordinate, or there are none. */
    static Optional<JointDensity> of(Findings findings, JointHistogram pair) {
        Range x = BinnedDensity.inner(pair.across(), LEFT_OUT);
        Range y = BinnedDensity.inner(pair.upwards(), LEFT_OUT);
        if (!hasLength(x) || !hasLength(y)) {
            return Optional.empty();
        }
        String across = findings.coordinate(pair.first());
        String upwards = findings.coordinate(pair.second());
        return Optional.of(new JointDensity(
                new MapAxes(across, upwards, x, y, false),
                values(pair, x, y),
                findings.targetDensity(pair.first(), pair.second()).map(target -> surface(target, x, y))));
    }

    private static boolean hasLength(Range range) {
        return range.high() - range.low() > SHORTEST * Math.max(Math.abs(range.low()), Math.abs(range.high()));
    }

    private static double[][] values(JointHistogram pair, Range x, Range y) {
        double[][] density = pair.density();
        int left = index(pair.across(), x.low());
        int bottom = index(pair.upwards(), y.low());
        double[][] values = new double[index(pair.upwards(), y.high()) - bottom][index(pair.across(), x.high()) - left];
        for (int r = 0; r < values.length; r++) {
            for (int c = 0; c < values[r].length; c++) {
                values[r][c] = density[left + c][bottom + r];
            }
        }
        return values;
    }

    private static int index(Histogram bins, double edge) {
        return (int) Math.round((edge - bins.low()) / bins.width());
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

    /** Of the target where it is known, which chance has not roughened. */
    double highest() {
        return Arrays.stream(target.map(Contour.Surface::values).orElse(values))
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElseThrow();
    }

    Panel panel(ColourScale scale) {
        List<Contour> lines = target.map(surface -> Arrays.stream(SHARES)
                        .mapToObj(share -> Contour.of(surface, surface.level(share)))
                        .toList())
                .orElse(List.of());
        return new MapPanel(axes, values, scale, lines);
    }
}
