package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.sim.GuidanceResult;
import java.util.Optional;

/** Simulated minus exact energies, with errors that bars of the energies themselves are too long to show. */
final class EnergyResidualFigure implements FigureFamily {

    private static final double ERRORS = 2;
    private static final double DOT = 8;

    @Override
    public Optional<Figure> draw(Findings findings, Palette palette) {
        int guidances = findings.guidances().size();
        Plot plot = new Plot("guidance", "simulated minus exact (state\u00b2 / time)").names(findings.names());
        for (int g = 0; g < guidances; g++) {
            GuidanceResult result = findings.guidances().get(g);
            Optional<ExactResult> exact = findings.exact(result.guidance());
            if (exact.isPresent() && Double.isFinite(exact.get().energy())) {
                add(plot, g, result, exact.get(), palette);
            }
        }
        if (plot.isEmpty()) {
            return Optional.empty();
        }
        Range all = Range.ofIndices(guidances);
        plot.line("exact", new Curve(new double[] {all.low(), all.high()}, new double[2]), Theme.INK, Theme.DASHED);
        String caption =
                "Simulated minus exact control energy of each guidance. Bars are two standard errors to either side, of both"
                        + " values together; time steps move the simulated value too, by the order of a step.";
        return Optional.of(Figure.single("energy-residuals", "Residuals of the energy", caption, plot));
    }

    private static void add(Plot plot, int g, GuidanceResult result, ExactResult exact, Palette palette) {
        double error = Math.hypot(result.energy().standardError(), exact.energyStandardError());
        Curve point = new Curve(new double[] {g}, new double[] {result.energy().value() - exact.energy()});
        String name = result.guidance();
        plot.marks(name, name, point, palette.of(name), Mark.DOT, DOT)
                .bars("", name, point, new double[] {ERRORS * error}, palette.of(name));
    }
}
