package io.github.murmuration.report;

import io.github.murmuration.limit.Series;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model observes of its population, against time: a panel each. */
final class ObservedFigure implements FigureFamily {
    private static final int MOST = 6;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        GuidanceResult result = findings.guidances().get(0);
        if (result.observed().isEmpty()) {
            return Optional.empty();
        }
        List<Panel> panels = new ArrayList<>();
        boolean known = false;
        for (Map.Entry<String, double[]> observed :
                result.observed().entrySet().stream().limit(MOST).toList()) {
            TimePanel panel =
                    new TimePanel(findings, observed.getKey()).line(observed.getValue(), palette.of(result.guidance()));
            Optional<Series> limit = WrittenValue.limitOf(observed.getKey(), findings);
            limit.ifPresent(series ->
                    panel.known("limit", findings.limit().orElseThrow().times(), series.values()));
            known |= limit.isPresent();
            panels.add(new TitledPanel(observed.getKey(), panel.plot()));
        }
        int all = result.observed().size();
        String caption =
                "What the model observes of the population" + (all > MOST ? " (" + MOST + " of " + all + ")" : "")
                        + " against time" + (known ? "; dashed: the limit of infinitely many agents" : "") + "."
                        + TimePanel.UNITS;
        return Optional.of(Figure.grid("observed", "Observed", caption, panels));
    }
}
