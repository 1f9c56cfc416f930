package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Optional;
import java.util.stream.IntStream;

/** Control energy of every coordinate, simulated and exact. */
final class CoordinateEnergyFigure implements FigureFamily {

    private static final BasicStroke LINK = new BasicStroke(1.2f);
    private static final double LINK_TINT = 0.5;
    private static final int CROWDED = 64;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        int d = findings.dimension();
        if (d == 1) {
            return Optional.empty();
        }
        Plot plot = new Plot(Axis.COORDINATE, Axis.ENERGY).x(Range.ofIndices(d)).wholeNumbers();
        double size = d > CROWDED ? 4 : 8;
        for (GuidanceResult result : findings.guidances()) {
            Color colour = palette.of(result.guidance());
            Curve energies = curve(result.energyByCoordinate());
            plot.line("", result.guidance(), energies, Theme.tint(colour, LINK_TINT), LINK)
                    .marks(result.guidance(), result.guidance(), energies, colour, Mark.DOT, size);
        }
        for (String name : findings.names()) {
            findings.exact(name)
                    .map(exact -> curve(exact.energyByCoordinate()))
                    .ifPresent(exact -> plot.marks("exact", "exact, " + name, exact, Theme.INK, Mark.CROSS, size));
        }
        boolean anyExact = plot.traces().stream().anyMatch(trace -> trace.key().equals("exact"));
        return Optional.of(figure(plot, anyExact));
    }

    private static Figure figure(Plot plot, boolean anyExact) {
        String caption = "Control energy of every coordinate (zone) under each guidance, in state squared per time"
                + (anyExact ? "; crosses: exact values in continuous time" : "")
                + ". The vertical axis need not start at zero.";
        return Figure.single("energy-by-coordinate", "Energy by coordinate", caption, plot);
    }

    private static Curve curve(double[] energies) {
        double[] indices = IntStream.range(0, energies.length).asDoubleStream().toArray();
        return new Curve(indices, energies).finite();
    }
}
