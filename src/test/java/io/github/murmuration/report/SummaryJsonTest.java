package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.sim.Comparison;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.RunResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {

    /** The contract of summary.json. */
    private static final List<String> KEYS = List.of(
            "name",
            "scenario",
            "comparisons",
            "arithmetic",
            "noise-version",
            "seed",
            "agents",
            "dimension",
            "steps",
            "scheme",
            "results",
            "exact",
            "notes",
            "run");

    /** What another execution need not share. */
    private static final List<String> OF_THE_RUN = List.of(
            "wall-seconds", "agent-steps-per-second", "command-seconds", "command-agent-steps-per-second", "java");

    private static final List<String> SHARED = List.of(
            "energy",
            "energy-standard-error",
            "energy-by-coordinate",
            "terminal-mean",
            "terminal-variance",
            "terminal-covariance",
            "mean-deviation-from-line",
            "saving-versus");

    private final SmallRun small = SmallRun.of(Scenarios.demandResponse(2, 40, 16, Scenarios.THREE));

    @Test
    void everyKeyIsThere() throws Exception {
        JsonNode json = json(small);
        KEYS.forEach(key -> assertTrue(json.has(key), key));
        OF_THE_RUN.forEach(key -> assertTrue(json.get("run").has(key), key));
        JsonNode simulated = json.at("/results/mean-field");
        SHARED.forEach(key -> assertTrue(simulated.has(key), key));
        SHARED.forEach(key -> assertTrue(json.at("/exact/mean-field").has(key), key));
        assertTrue(simulated.has("energy-by-component"));
        assertTrue(simulated.has("energy-by-component-standard-error"));
    }

    @Test
    void valuesAreThoseOfTheRun() throws Exception {
        JsonNode json = json(small);
        GuidanceResult zero = small.result().guidances().get(1);
        JsonNode results = json.at("/results/zero");
        assertEquals(zero.energy().value(), results.get("energy").doubleValue());
        assertEquals(
                zero.energy().standardError(),
                results.get("energy-standard-error").doubleValue());
        assertEquals(
                zero.energyByCoordinate()[1],
                results.at("/energy-by-coordinate/1").doubleValue());
        assertEquals(
                zero.energyByComponent().get(1).value(),
                results.at("/energy-by-component/1").doubleValue());
        assertEquals(
                zero.terminalCovariance()[1][1],
                results.at("/terminal-covariance/1/1").doubleValue());
        assertEquals("euler-maruyama", json.get("scheme").textValue());
        assertEquals(40, json.get("agents").longValue());
        assertEquals(2, json.get("dimension").intValue());
        assertEquals("17 <&>", json.at("/run/java").textValue());
    }

    @Test
    void savingsAreFractionsOfTheOther() throws Exception {
        double meanField = small.result().guidances().get(0).energy().value();
        double zero = small.result().guidances().get(1).energy().value();
        JsonNode savings = json(small).at("/results/mean-field/saving-versus");
        assertEquals(1 - meanField / zero, savings.get("zero").doubleValue(), 1e-15);
        assertEquals(2, savings.size());
        assertEquals(0.24, Saving.versus(76, 100), 1e-15);
        assertEquals(-0.25, Saving.versus(100, 80), 1e-15);
    }

    @Test
    void infiniteEnergyIsTheWordAndItsSavingIsNull() throws Exception {
        JsonNode exact = json(SmallRun.of(Scenarios.toPatterns(40, 16))).at("/exact/mean-field");
        assertEquals("infinite", exact.get("energy").textValue());
        assertEquals("infinite", exact.at("/energy-by-coordinate/0").textValue());
        assertTrue(exact.at("/saving-versus/zero").isNull());
    }

    @Test
    void numbersThatJsonLacks() {
        assertEquals(1.5, JsonNumber.of(1.5));
        assertEquals("infinite", JsonNumber.of(Double.POSITIVE_INFINITY));
        assertEquals("-infinite", JsonNumber.of(Double.NEGATIVE_INFINITY));
        assertEquals(null, JsonNumber.of(Double.NaN));
    }

    /** True, false, or not there: what was compared decides, and says which did not meet. */
    @Test
    void aRunMetItsExactValuesOrNot() throws Exception {
        assertFalse(json(small).has("met-exact-values"));
        Comparison met = new Comparison("zero", "energy", 1, 1.5, 5, 6);
        Comparison missed = new Comparison("zero", "mean at t = 1", 1, 2, 7, 6);
        JsonNode one = json(new SmallRun(small.result().compared(List.of(met)), small.exact()));
        assertTrue(one.get("met-exact-values").booleanValue());
        JsonNode both = json(new SmallRun(small.result().compared(List.of(met, missed)), small.exact()));
        assertFalse(both.get("met-exact-values").booleanValue());
        assertEquals("mean at t = 1", both.at("/comparisons/1/quantity").textValue());
        assertFalse(both.at("/comparisons/1/met").booleanValue());
        assertTrue(both.at("/comparisons/0/met").booleanValue());
    }

    /** Numbers of the scenario are numbers. */
    @Test
    void theScenarioIsThere() throws Exception {
        JsonNode scenario = json(small).get("scenario");
        assertEquals(40, scenario.at("/population/agents").longValue());
        assertEquals("zero", scenario.at("/guidance/1").textValue());
        assertEquals(0.6, scenario.at("/target/mixture/weights/0").doubleValue());
        assertTrue(scenario.at("/output/agent-energies").booleanValue());
    }

    @Test
    void notesNameTheGuidanceTheyConcern() throws Exception {
        RunResult noted = small.result().with(List.of(new Note("zero", "too few steps"), Note.of("no fonts")));
        JsonNode notes = new ObjectMapper()
                .readTree(Report.summary(noted, small.exact(), Map.of()))
                .get("notes");
        assertEquals("zero", notes.at("/0/guidance").textValue());
        assertEquals("too few steps", notes.at("/0/text").textValue());
        assertTrue(notes.at("/1/guidance").isNull());
        assertEquals("no fonts", notes.at("/1/text").textValue());
    }

    /** Student's t at 0.975 with 9 degrees of freedom is 2.262 (Abramowitz and Stegun, table 26.10). */
    @Test
    void standardErrorsOfFewAgentsAreExplained() {
        List<Note> ten = ErrorNotes.of(Scenarios.demandResponse(1, 10, 16, List.of(new Guidance.Empirical())));
        assertTrue(ten.get(0).text().contains("2.26 standard errors"), ten.toString());
        assertEquals("empirical", ten.get(1).guidance());
        assertEquals(List.of(), ErrorNotes.of(Scenarios.demandResponse(1, 1000, 16, Scenarios.THREE)));
        List<Note> one = ErrorNotes.of(Scenarios.demandResponse(1, 1, 16, Scenarios.THREE));
        assertEquals(List.of(Note.of("one agent has no standard errors")), one);
    }

    @Test
    void guidancesWithoutExactValuesAreLeftOut() throws Exception {
        String text = Report.summary(
                small.result(),
                ExactValues.of(Map.of("zero", small.exact().byGuidance().get("zero"))),
                Map.of());
        JsonNode exact = new ObjectMapper().readTree(text).get("exact");
        assertEquals(1, exact.size());
        assertEquals(0, exact.at("/zero/saving-versus").size());
    }

    private static JsonNode json(SmallRun run) throws Exception {
        return new ObjectMapper().readTree(Report.summary(run.result(), run.exact(), Map.of("java", "17 <&>")));
    }
}
