package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The mean of every coordinate against time as a map of colours. */
final class MeanMapFigure implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        if (findings.dimension() == 1) {
            return Optional.empty();
        }
        ColourScale scale = scale(findings);
        Range coordinates = Range.ofIndices(findings.dimension());
        MapAxes axes = new MapAxes(Axis.TIME, Axis.COORDINATE, Range.UNIT, coordinates, true);
        List<Panel> panels = new ArrayList<>();
        for (GuidanceResult result : findings.guidances()) {
            panels.add(new TitledPanel(
                    result.guidance(),
                    new MapPanel(axes, transposed(result.moments().mean()), scale, List.of())));
        }
        String caption =
                "Mean of every coordinate (zone) against time, one map per guidance, in the units of the state.";
        return Optional.of(Figure.grid("mean-map", "Mean by coordinate", caption, scale, panels));
    }

    private static ColourScale scale(Findings findings) {
        double[] sorted = findings.guidances().stream()
                .flatMap(result -> Arrays.stream(result.moments().mean()))
                .flatMapToDouble(DoubleStream::of)
                .sorted()
                .toArray();
        return new ColourScale("mean (units of the state):", sorted[0], sorted[sorted.length - 1]);
    }

    /** [T][d] to [d][T]. */
    private static double[][] transposed(double[][] mean) {
        double[][] rows = new double[mean[0].length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[j][i] = mean[i][j];
            }
        }
        return rows;
    }
}
