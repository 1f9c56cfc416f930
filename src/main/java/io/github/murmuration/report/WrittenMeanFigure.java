package io.github.murmuration.report;

import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.Arrays;
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
                    .line(mean(findings, j, findings.times(), result.moments().mean()), palette.of(result.guidance()));
            addKnown(panel, findings, j);
            panels.add(coordinates.length == 1 ? panel.plot() : new TitledPanel(findings.coordinate(j), panel.plot()));
        }
        String known =
                findings.expected().isPresent() ? "expected" : findings.limit().isPresent() ? "limit" : "";
        String whose = findings.absorbs() ? "agents that live" : "population";
        String caption = "Mean of the " + whose + (coordinates.length == 1 ? "" : ", by coordinate,") + " against time"
                + (known.isEmpty() ? "" : "; dashed: " + words(known)) + "."
                + (turns(findings, coordinates) ? " What is on a circle is shown on one turn." : "") + TimePanel.UNITS;
        return Optional.of(Figure.grid("mean", "Population mean", caption, panels));
    }

    private static boolean turns(Findings findings, int[] coordinates) {
        return Arrays.stream(coordinates).anyMatch(j -> findings.turn(j).isPresent());
    }

    private static void addKnown(TimePanel panel, Findings findings, int j) {
        Optional<LinearMoments> expected = findings.expected();
        Optional<LimitLaw> limit = findings.limit();
        if (expected.isPresent()) {
            panel.known(
                    "expected",
                    mean(findings, j, expected.get().times(), expected.get().mean()));
        } else if (limit.isPresent()) {
            Curve mean = new Curve(limit.get().times(), limit.get().mean().values());
            panel.known("limit", findings.shown(j, mean.thin()));
        }
    }

    private static Curve mean(Findings findings, int j, double[] times, double[][] means) {
        return findings.shown(j, Curve.of(times, means, row -> row[j]));
    }

    private static String words(String known) {
        return known.equals("limit")
                ? "the limit of infinitely many agents"
                : "what is expected for any number of agents";
    }
}
