package io.github.murmuration.report;

import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.JointHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two coordinates at the horizon as a map of colours, with the contours of the target.
 * @param pair which of the pairs
 */
record JointDensityFigure(int pair) implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        List<String> titles = new ArrayList<>();
        List<JointDensity> maps = new ArrayList<>();
        for (GuidanceResult result : findings.guidances()) {
            result.density().joint().stream()
                    .skip(pair)
                    .findFirst()
                    .flatMap(counted -> JointDensity.of(findings, counted))
                    .ifPresent(map -> {
                        titles.add(result.guidance());
                        maps.add(map);
                    });
        }
        return maps.isEmpty() ? Optional.empty() : Optional.of(figure(findings, titles, maps));
    }

    private Figure figure(Findings findings, List<String> titles, List<JointDensity> maps) {
        double highest = maps.stream().mapToDouble(JointDensity::highest).max().orElseThrow();
        ColourScale scale = new ColourScale("density (1 / state\u00b2):", 0, highest);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            Panel panel = maps.get(i).panel(scale);
            panels.add(findings.guidances().size() == 1 ? panel : new TitledPanel(titles.get(i), panel));
        }
        JointHistogram counted = findings.guidances().get(0).density().joint().get(pair);
        String which = findings.coordinate(counted.first()) + " and " + findings.coordinate(counted.second());
        String name =
                "joint-density" + (findings.dimension() == 2 ? "" : "-" + counted.first() + "-" + counted.second());
        return Figure.grid(name, "Joint density of " + which, caption(findings, counted), scale, panels);
    }

    private static String caption(Findings findings, JointHistogram counted) {
        Optional<PairMarginal> target = findings.targetDensity(counted.first(), counted.second());
        return "Density of the " + (findings.absorbs() ? "agents that live" : "population")
                + " at the horizon in two coordinates together, counted over " + Numbers.count(counted.agents())
                + " agents."
                + (target.isPresent()
                        ? " Lines are contours of the target: of what it has in the picture, half is within the innermost, then 90 and 99 %."
                        : "")
                + " What is denser than the end of the scale has the colour of its end.";
    }
}
