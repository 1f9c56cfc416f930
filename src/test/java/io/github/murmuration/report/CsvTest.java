package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.file.LongText;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private final SmallRun small = SmallRun.of(Scenarios.demandResponse(2, 40, 16, Scenarios.THREE));
    private final Findings findings = Findings.of(small.result(), small.exact());

    @Test
    void momentsReadBackToTheSameBits() {
        List<String> lines = written(MomentsCsv.population(findings)).lines().toList();
        assertEquals("guidance,t,mean_0,mean_1,variance_0,variance_1,power_0,power_1", lines.get(0));
        assertEquals(1 + 3 * 17, lines.size());
        MomentSeries zero = findings.guidances().get(1).moments();
        String[] cells = lines.get(1 + 17 + 5).split(",");
        assertEquals("zero", cells[0]);
        double[] expected = {
            zero.times()[5],
            zero.mean()[5][0],
            zero.mean()[5][1],
            zero.variance()[5][0],
            zero.variance()[5][1],
            zero.power()[5][0],
            zero.power()[5][1]
        };
        double[] read =
                Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        assertArrayEquals(expected, read);
        assertTrue(lines.get(17).endsWith(",NaN,NaN"), "no power at the horizon");
    }

    @Test
    void componentsHaveAColumnOfTheirOwn() {
        List<String> lines = written(MomentsCsv.components(findings)).lines().toList();
        assertTrue(lines.get(0).startsWith("guidance,component,t,mean_0"));
        assertEquals(1 + 3 * 2 * 17, lines.size());
        assertTrue(lines.get(1).startsWith("mean-field,0,0.0,"));
        assertTrue(lines.get(18).startsWith("mean-field,1,0.0,"));
    }

    @Test
    void histogramDensitySumsToOne() {
        double mass = written(HistogramCsv.text(findings))
                .lines()
                .filter(line -> line.startsWith("zero,1,"))
                .map(line -> line.split(","))
                .mapToDouble(cells -> number(cells[5]) * (number(cells[3]) - number(cells[2])))
                .sum();
        assertEquals(1, mass, 1e-12);
    }

    @Test
    void histogramGivesTheTargetAtTheMiddleOfTheBin() {
        GuidanceResult result = findings.guidances().get(0);
        String[] cells =
                written(HistogramCsv.text(findings)).lines().toList().get(1).split(",");
        double middle =
                result.histograms().get(0).low() + result.histograms().get(0).width() / 2;
        // 0.6 N(0.1, 0.2^2) + 0.4 N(1.5, 0.3^2), coordinate 0 of the scenario
        double density = 0.6 * normal(middle, 0.1, 0.2) + 0.4 * normal(middle, 1.5, 0.3);
        assertEquals(density, number(cells[6]), 1e-12);
    }

    @Test
    void patternsHaveNoTargetDensity() {
        SmallRun patterns = SmallRun.of(Scenarios.toPatterns(40, 16));
        String line = written(HistogramCsv.text(Findings.of(patterns.result(), patterns.exact())))
                .lines()
                .toList()
                .get(1);
        assertTrue(line.endsWith(","));
    }

    private static double normal(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static String written(LongText text) {
        StringBuilder whole = new StringBuilder();
        assertDoesNotThrow(() -> text.appendTo(whole));
        return whole.toString();
    }
}
