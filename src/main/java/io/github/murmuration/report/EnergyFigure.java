package io.github.murmuration.report;

import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.GuidanceResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Control energy per guidance as bars, simulated and exact side by side. */
final class EnergyFigure implements FigureFamily {

    /** Lightens the colour of a guidance for its exact value. */
    private static final double EXACT_TINT = 0.4;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<BarsPanel.Group> groups = findings.guidances().stream()
                .map(result -> group(result, findings, palette.of(result.guidance())))
                .toList();
        Legend legend = Legend.empty();
        if (findings.anyExact()) {
            legend.box("simulated", Theme.GREY);
            legend.box("exact", Theme.tint(Theme.GREY, EXACT_TINT));
        }
        Panel panel = new BarsPanel(groups, "", Axis.ENERGY);
        return Optional.of(Figure.single("energy", "Control energy", caption(findings), legend, panel));
    }

    private static BarsPanel.Group group(GuidanceResult result, Findings findings, Color colour) {
        double error = result.energy().standardError();
        List<BarsPanel.Bar> bars = new ArrayList<>();
        bars.add(bar(result.energy(), error, colour));
        findings.exact(result.guidance())
                .map(exact -> new Estimate(exact.energy(), exact.energyStandardError()))
                .ifPresent(exact -> bars.add(bar(exact, error, Theme.tint(colour, EXACT_TINT))));
        return new BarsPanel.Group(result.guidance(), bars);
    }

    /** Exact and simulated energies are written to the same digit. */
    private static BarsPanel.Bar bar(Estimate height, double error, Color colour) {
        return new BarsPanel.Bar(height, Numbers.estimate(height.value(), error), colour);
    }

    private static String caption(Findings findings) {
        return "Control energy of each guidance, summed over coordinates, in state squared per time. Error bars are two standard"
                + " errors" + (findings.anyExact() ? "; the lighter bar is the exact value in continuous time." : ".")
                + (findings.anyInfiniteEnergy() ? " An infinite exact energy has no bar." : "");
    }
}
