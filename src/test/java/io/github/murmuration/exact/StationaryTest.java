package io.github.murmuration.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.limit.Series;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two theories of one population: its law by finite volumes, after a long time, and the stationary one. */
class StationaryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desai-zwanzig | coupling: 1, noise: 0.8, horizon: 40 | mean: 1, standard-deviation: 0.5",
                "desai-zwanzig | coupling: 2, noise: 1, horizon: 40 | mean: -1, standard-deviation: 0.5",
                "mean-field-ou | relaxation: 0.5, coupling: 1.5, noise: 0.8, horizon: 40 | mean: 2, standard-deviation: 0.5"
            })
    void momentsOfTheLimitTendToThem(String model, String interaction, String start) {
        PopulationValues values = of(model, interaction, start);
        Series mean = values.limit().orElseThrow().mean();
        Series variance = values.limit().orElseThrow().variance();
        assertMeets(values, "mean(x)", mean);
        assertMeets(values, "variance(x)", variance);
    }

    @ParameterizedTest
    @CsvSource("2, 1")
    void theOrderOfTheLimitTendsToIt(double coupling, double noise) {
        PopulationValues values = of(
                "kuramoto",
                "coupling: " + coupling + ", noise: " + noise + ", horizon: 40",
                "mean: 0, standard-deviation: 1");
        assertMeets(values, "order", values.observed().get("order"));
        assertEquals(noise * noise, values.stationary().critical().get("critical-coupling"), 1e-12);
    }

    /** In the frame that turns with the oscillators the law is the same; outside the mean phase has turned with it. */
    @ParameterizedTest
    @CsvSource({"0, 0.3", "1.3, 2.9"})
    void theMeanPhaseTurnsWithTheFrame(double frequency, double phase) {
        PopulationValues values = of(
                "kuramoto",
                "coupling: 2, noise: 1, frequency-mean: " + frequency + ", horizon: 2",
                "mean: 0.3, standard-deviation: 1");
        assertEquals(phase, last(values.limit().orElseThrow().mean()), 1e-6);
    }

    private static void assertMeets(PopulationValues values, String quantity, Series series) {
        double limit = last(series);
        double stationary = values.stationary().near(quantity, limit).orElseThrow();
        assertEquals(stationary, limit, 1e-4, quantity);
        assertTrue(Math.abs(stationary - limit) <= 1e-5 + 3 * series.errors()[series.errors().length - 1], quantity);
    }

    private static double last(Series series) {
        return series.values()[series.values().length - 1];
    }

    private static PopulationValues of(String model, String interaction, String start) {
        Scenario scenario = ScenarioReader.parse(
                        "test",
                        "name: test\nmodel: " + model + "\ninteraction: {" + interaction + "}\ninitial: {gaussian: {"
                                + start + "}}\npopulation: {agents: 10, seed: 1}\ntime: {steps: 10}\n",
                        Path.of("."),
                        Map.of())
                .scenario();
        return PopulationValues.of(scenario, GaussianMixture.of(scenario.initial()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.05", "-1, 0.5"})
    void whereTheTheoryEndsNothingIsKnown(double coupling, double noise) {
        assertTrue(Stationary.of(new Dynamics.DesaiZwanzig(coupling, noise, 1))
                .values()
                .isEmpty());
    }
}
