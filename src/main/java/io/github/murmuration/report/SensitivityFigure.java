package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.SensitivitySeries;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Derivatives by parameters, against time: a panel each. */
final class SensitivityFigure implements FigureFamily {
    private static final int MOST = 6;

    /** A true value is beyond them once in twenty times. */
    private static final double ERRORS = 2;

    private static final String BAND = "two standard errors";

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        GuidanceResult result = findings.guidances().get(0);
        List<SensitivitySeries> all = result.sensitivities().stream()
                .filter(one -> !Double.isNaN(one.last().value()))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Panel> panels = new ArrayList<>();
        for (SensitivitySeries one : all.stream().limit(MOST).toList()) {
            panels.add(new TitledPanel(one.name(), panel(findings, one, palette.of(result.guidance()))));
        }
        String caption = "Derivatives by parameters"
                + (all.size() > MOST ? " (" + MOST + " of " + all.size() + ")" : "")
                + " against time; dashed: two standard errors to either side, of means over agents." + TimePanel.UNITS;
        return Optional.of(Figure.grid("sensitivities", "Sensitivities", caption, panels));
    }

    private static Plot panel(Findings findings, SensitivitySeries one, Color colour) {
        TimePanel panel = new TimePanel(findings, one.name()).line(one.values(), colour);
        double[] times = findings.series().get("time");
        return one.ofMean()
                ? panel.known(BAND, times, shifted(one, -ERRORS))
                        .known(BAND, times, shifted(one, ERRORS))
                        .plot()
                : panel.plot();
    }

    private static double[] shifted(SensitivitySeries one, double errors) {
        return IntStream.range(0, one.values().length)
                .mapToDouble(i -> one.values()[i] + errors * one.standardErrors()[i])
                .toArray();
    }
}
