package io.github.murmuration.report;

import io.github.murmuration.sim.Estimate;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Control energy per agent of every initial sub-population. */
final class ComponentEnergyFigure implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        if (findings.components() < 2) {
            return Optional.empty();
        }
        List<BarsPanel.Group> groups = IntStream.range(0, findings.components())
                .mapToObj(k -> group(k, findings, palette))
                .toList();
        Legend legend = Legend.empty();
        findings.names().forEach(name -> legend.box(name, palette.of(name)));
        Panel panel = new BarsPanel(groups, "component of the initial law", Axis.ENERGY);
        String caption =
                "Mean control energy of the agents that started in each component of the initial law, in state squared"
                        + " per time. Error bars are two standard errors.";
        return Optional.of(Figure.single("energy-by-component", "Energy by initial component", caption, legend, panel));
    }

    private static BarsPanel.Group group(int k, Findings findings, Palette palette) {
        List<BarsPanel.Bar> bars = findings.guidances().stream()
                .map(result -> bar(result.energyByComponent().get(k), palette.of(result.guidance())))
                .toList();
        return new BarsPanel.Group(String.valueOf(k), bars);
    }

    private static BarsPanel.Bar bar(Estimate energy, Color colour) {
        return new BarsPanel.Bar(energy, Numbers.estimate(energy.value(), energy.standardError()), colour);
    }
}
