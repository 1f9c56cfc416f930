package io.github.murmuration.report;

import io.github.murmuration.scenario.Model;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Optional;

/** How far the phases of oscillators agree, against time. */
final class OrderParameterFigure implements FigureFamily {

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        if (findings.run().scenario().model() != Model.KURAMOTO) {
            return Optional.empty();
        }
        GuidanceResult result = findings.guidances().get(0);
        Plot plot = new Plot(Axis.TIME, "order parameter r").x(Range.UNIT).fromZero();
        Curve order = new Curve(result.moments().times(), result.observed().get(Known.ORDER)).thin();
        plot.line(order, palette.of(result.guidance()), Theme.SOLID);
        Legend legend = Legend.ofLines(findings, palette);
        double theory = Known.of(findings).get(0).theory();
        if (Double.isFinite(theory)) {
            plot.line(new Curve(new double[] {0, 1}, new double[] {theory, theory}), Theme.INK, Theme.DASHED);
            legend.line("stationary", Theme.INK, Theme.DASHED);
        }
        String caption =
                "Modulus of the mean of e^{i theta} over the population: 0 when phases are spread evenly, 1 when all agree."
                        + " Time as a fraction of the run.";
        return Optional.of(Figure.single("order-parameter", "Order parameter", caption, legend, plot));
    }
}
