package io.github.murmuration.report;

import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mean of every coordinate of agents that are not steered, against time. */
final class WrittenMeanFigure implements FigureFamily {
    private static final int MOST = 6;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        GuidanceResult result = findings.guidances().get(0);
        int[] coordinates = Coordinates.spread(findings.dimension(), MOST);
        List<Panel> panels = new ArrayList<>();
        for (int j : coordinates) {
            TimePanel panel = new TimePanel(findings, "mean of " + findings.coordinate(j))
                    .line(TimePanel.column(result.moments().mean(), j), palette.of(result.guidance()));
            addKnown(panel, findings, j);
            panels.add(coordinates.length == 1 ? panel.plot() : new TitledPanel(findings.coordinate(j), panel.plot()));
        }
        String known =
                findings.expected().isPresent() ? "expected" : findings.limit().isPresent() ? "limit" : "";
        String whose = findings.absorbs() ? "agents that live" : "population";
        String caption = "Mean of the " + whose + (coordinates.length == 1 ? "" : ", by coordinate,") + " against time"
                + (known.isEmpty() ? "" : "; dashed: " + words(known)) + "." + TimePanel.UNITS;
        return Optional.of(Figure.grid("mean", "Population mean", caption, panels));
    }

    private static void addKnown(TimePanel panel, Findings findings, int j) {
        Optional<LinearMoments> expected = findings.expected();
        Optional<LimitLaw> limit = findings.limit();
        if (expected.isPresent()) {
            panel.known(
                    "expected",
                    expected.get().times(),
                    TimePanel.column(expected.get().mean(), j));
        } else if (limit.isPresent()) {
            panel.known("limit", limit.get().times(), limit.get().mean().values());
        }
    }

    private static String words(String known) {
        return known.equals("limit")
                ? "the limit of infinitely many agents"
                : "what is expected for any number of agents";
    }
}
