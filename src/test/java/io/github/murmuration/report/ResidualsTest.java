package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.sim.Estimate;
import io.github.murmuration.sim.Histogram;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Differences from what is known, with two standard errors. */
class ResidualsTest {

    private static final SmallRun RUN = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.ONE));

    @Test
    void energiesHaveTheErrorsOfTheRun() {
        List<Trace> traces = traces("energy-residuals");
        Estimate energy = RUN.result().guidances().get(0).energy();
        // the stand-in for exact energies is 1.01 times the simulated one
        assertEquals(-0.01 * energy.value(), traces.get(0).points().y()[0], 1e-9);
        double[] bar = traces.get(1).points().y();
        assertEquals(4 * energy.standardError(), bar[1] - bar[0], 1e-9);
    }

    /** Three guidances stand at 0, 1 and 2, where the axis has their names. */
    @Test
    void energiesStandAtTheNamesOfTheirGuidances() {
        SmallRun three = SmallRun.of(Scenarios.demandResponse(1, 40, 16, Scenarios.THREE));
        Figure figure = Figures.of(Findings.of(three.result(), three.exact())).stream()
                .filter(each -> each.name().equals("energy-residuals"))
                .findFirst()
                .orElseThrow();
        assertTrue(figure.words().contains("against guidance: mean-field, zero, target-mean;"), figure.words());
        assertEquals(2, figure.panels().get(0).traces().get(4).points().x()[0]);
        Object names = ((Map<?, ?>) figure.charts().get(0).tree(1).get("across")).get("names");
        assertEquals(List.of("mean-field", "zero", "target-mean"), names);
    }

    /** Bins in which there are enough agents are compared with shares of 0.6 N(0.1, 0.2^2) + 0.4 N(1.5, 0.3^2). */
    @Test
    void densitiesHaveTheErrorsOfCounts() {
        List<Trace> traces = traces("density-residuals");
        Curve residuals = traces.get(0).points();
        double[] bars = traces.get(1).points().y();
        Histogram histogram = RUN.result().guidances().get(0).histograms().get(0);
        double width = residuals.x()[1] - residuals.x()[0];
        int together = (int) Math.round(width / histogram.width());
        assertTrue(residuals.x().length > 5, "bins");
        for (int i = 0; i < residuals.x().length; i++) {
            double left = residuals.x()[i] - width / 2;
            int first = (int) Math.round((left - histogram.low()) / histogram.width());
            double count = 0;
            for (int b = first; b < first + together; b++) {
                count += histogram.counts()[b];
            }
            double share = share(left, left + width);
            assertEquals((count / 40 - share) / width, residuals.y()[i], 1e-3);
            assertEquals(4 * Math.sqrt(share * (1 - share) / 40) / width, bars[2 * i + 1] - bars[2 * i], 1e-3);
        }
    }

    private static double share(double from, double to) {
        NormalDistribution low = new NormalDistribution(0.1, 0.2);
        NormalDistribution high = new NormalDistribution(1.5, 0.3);
        return 0.6 * low.probability(from, to) + 0.4 * high.probability(from, to);
    }

    private static List<Trace> traces(String name) {
        return Figures.of(Findings.of(RUN.result(), RUN.exact())).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .panels()
                .get(0)
                .traces();
    }
}
