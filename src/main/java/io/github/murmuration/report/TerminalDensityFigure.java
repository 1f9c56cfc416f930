package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The law of the population at t = 1 against the target density, per coordinate. */
final class TerminalDensityFigure implements FigureFamily {

    private static final int MOST_COORDINATES = 4;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        if (!findings.anyHistograms()) {
            return Optional.empty();
        }
        int[] coordinates = Coordinates.spread(findings.dimension(), MOST_COORDINATES);
        return Optional.of(figure(findings, palette, coordinates));
    }

    private static Figure figure(Findings findings, Palette palette, int[] coordinates) {
        String name = "terminal-density";
        String title = "Terminal density";
        String caption = caption(findings, coordinates);
        if (findings.dimension() == 1) {
            return Figure.single(name, title, caption, panel(findings, palette, 0));
        }
        List<Panel> panels = new ArrayList<>();
        for (int j : coordinates) {
            panels.add(new TitledPanel(findings.coordinate(j), panel(findings, palette, j)));
        }
        return Figure.grid(name, title, caption, panels);
    }

    private static Panel panel(Findings findings, Palette palette, int j) {
        TerminalDensity law = new TerminalDensity(findings, j);
        Plot plot = new Plot("state", "density (1 / state)").fromZero();
        Window window = Window.empty();
        for (GuidanceResult result : findings.guidances()) {
            Optional<Histogram> histogram = law.counted(result).map(BinnedDensity::merged);
            if (histogram.isPresent()) {
                window = window.cover(histogram.get());
                String name = findings.steered() ? result.guidance() : "simulated";
                plot.steps(name, histogram.get(), palette.of(result.guidance()));
            }
        }
        Window shown = window;
        findings.targetDensity(j)
                .ifPresent(target -> plot.line("target", shown.curve(target::density), Theme.INK, Theme.DASHED));
        law.limit().ifPresent(density -> plot.line("limit", density, Theme.INK, Theme.DASHED));
        return plot.x(shown.range());
    }

    private static String known(Findings findings, int j) {
        if (!findings.steered()) {
            return new TerminalDensity(findings, j).limit().isPresent()
                    ? "; dashed: the limit of infinitely many agents."
                    : ".";
        }
        return findings.targetDensity(j).isPresent() ? "; dashed: the target." : ". The target has no density.";
    }

    private static String caption(Findings findings, int[] coordinates) {
        String which = coordinates.length < findings.dimension()
                ? " of " + coordinates.length + " of the " + findings.dimension() + " coordinates"
                : findings.dimension() > 1 ? " of each coordinate" : "";
        String whose = findings.absorbs() ? "agents that live" : "population";
        return "Density of the " + whose + which + " at the horizon, as a histogram"
                + known(findings, coordinates[0])
                + " State in the units of the scenario. "
                + (findings.turn(coordinates[0]).isPresent()
                        ? "What is on a circle is shown on one turn."
                        : "Agents outside the bins are counted in the end bins.");
    }
}
