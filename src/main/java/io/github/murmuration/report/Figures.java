package io.github.murmuration.report;

import java.util.List;
import java.util.Optional;

/** Every figure of a report, in the order of the page. */
final class Figures {

    private static final List<FigureFamily> FAMILIES = List.of(
            new EnergyFigure(),
            new EnergyResidualFigure(),
            new MeanFigure(),
            new DeviationFigure(),
            new MeanMapFigure(),
            new PowerFigure(),
            new DensityOverTimeFigure(0),
            new DensityOverTimeFigure(1),
            new DensityOverTimeFigure(2),
            new DensityOverTimeFigure(3),
            new TerminalDensityFigure(),
            new DensityResidualFigure(),
            new JointDensityFigure(0),
            new JointDensityFigure(1),
            new JointDensityFigure(2),
            new CoordinateEnergyFigure(),
            new ComponentEnergyFigure(),
            new PathsFigure());

    private static final List<FigureFamily> UNSTEERED = List.of(
            new ObservedFigure(),
            new WrittenMeanFigure(),
            new SensitivityFigure(),
            new DensityOverTimeFigure(0),
            new DensityOverTimeFigure(1),
            new DensityOverTimeFigure(2),
            new DensityOverTimeFigure(3),
            new TerminalDensityFigure(),
            new DensityResidualFigure(),
            new JointDensityFigure(0),
            new JointDensityFigure(1),
            new JointDensityFigure(2),
            new PathsFigure());

    private Figures() {}

    static List<Figure> of(Findings findings) {
        Palette palette = Palette.of(findings.names());
        return (findings.steered() ? FAMILIES : UNSTEERED)
                .stream()
                        .map(family -> family.draw(findings, palette))
                        .flatMap(Optional::stream)
                        .toList();
    }
}
