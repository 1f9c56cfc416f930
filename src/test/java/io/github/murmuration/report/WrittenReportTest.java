package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.file.LongText;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioDocument;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of a model that a user wrote leaves behind. */
class WrittenReportTest {

    private static final Execution NOWHERE = Execution.of(Map.of(), Map.of());

    private static final String SPRINGS = "dynamics:\n"
            + "  state: [x, v]\n"
            + "  means: {mv: v}\n"
            + "  drift: {x: v, v: mv - v - x}\n"
            + "  noise: {v: 0.5}\n"
            + "  cost: v^2\n"
            + "  horizon: 2\n"
            + "observe: {flow: mv, most: {running-max: flow}}\n"
            + "initial: {gaussian: {mean: [1, 0], standard-deviation: [0.1, 0.1]}}\n";

    private static final String SQUARE_ROOT = "dynamics:\n"
            + "  state: [x]\n"
            + "  drift: {x: 1 - x}\n"
            + "  noise: {x: 0.5*sqrt(x)}\n"
            + "  boundary: {x: {reflecting: [0, none]}}\n"
            + "  horizon: 2\n"
            + "observe: {second: mean(x^2)}\n"
            + "initial: {point: [1]}\n";

    @Test
    void observedValuesAndTimeAreColumnsAndArrays() {
        Findings findings = findings(SPRINGS);
        List<String> lines = written(MomentsCsv.population(findings)).lines().toList();
        assertEquals(
                "t,mean_x,mean_v,variance_x,variance_v,expected_mean_x,expected_mean_v,expected_mean_x_deviation,"
                        + "expected_mean_v_deviation,expected_variance_x,expected_variance_v,time,flow,most",
                lines.get(0));
        String[] first = lines.get(1).split(",");
        assertEquals("1.0", first[5], "E x of the start");
        // a hundredth of the start's variance is that of the mean of a hundred agents, and the rest the spread within
        // them
        double agents = findings.run().scenario().population().agents();
        assertEquals(0.1 / Math.sqrt(agents), Double.parseDouble(first[7]), 1e-12);
        assertEquals(0.01 * (1 - 1 / agents), Double.parseDouble(first[9]), 1e-12);
        String[] last = lines.get(lines.size() - 1).split(",");
        assertEquals("2.0", last[11]);
        assertEquals(last[2], last[12], "the mean of v is observed as flow");
        LinearMoments expected = findings.expected().orElseThrow();
        assertEquals(expected.terminalMean()[1], Double.parseDouble(last[6]), 1e-8);
        String guidance = findings.names().get(0);
        assertTrue(RunArrays.moments(findings)
                .keySet()
                .containsAll(List.of(guidance + "/time", guidance + "/flow", guidance + "/most")));
    }

    @Test
    void theSummaryHasWhatWasObservedPaidAndExpected() throws Exception {
        Findings findings = findings(SPRINGS);
        JsonNode summary = new ObjectMapper().readTree(SummaryJson.text(findings, ScenarioDocument.none(), NOWHERE));
        String guidance = findings.names().get(0);
        JsonNode results = summary.at("/results/" + guidance);
        assertEquals(
                results.at("/terminal-mean/1").asDouble(),
                results.at("/observed/flow").asDouble(),
                1e-12);
        assertTrue(results.get("cost-standard-error").asDouble() > 0);
        // x'' = -x without friction in the mean
        double mean = summary.at("/exact/" + guidance + "/expected/mean(x)").asDouble();
        assertEquals(Math.cos(2), mean, 1e-9);
        assertTrue(summary.at("/exact/" + guidance + "/limit").isMissingNode());
    }

    @Test
    void tablesNameCoordinatesAndLeaveOutWhatIsNotKnown() {
        Findings springs = findings(SPRINGS);
        List<List<String>> rows = KnownTable.rows(springs);
        assertEquals(
                List.of("at the end", "simulated", "std. error", "expected for this many agents", "std. deviation"),
                rows.get(0));
        assertEquals("mean(v)", rows.get(3).get(0));
        assertEquals(
                List.of("at the end", "simulated", "limit"),
                KnownTable.rows(findings(SQUARE_ROOT)).get(0).subList(0, 3));
    }

    @Test
    void whatWasNotWorkedOutIsLeftOut(@TempDir Path folder) throws Exception {
        RunResult run = findings(SPRINGS).run();
        try (OutputFolder output = OutputFolder.open(folder)) {
            Report.write(output, run, ExactValues.NONE, Map.of());
        }
        assertTrue(Files.readString(folder.resolve("report.html")).contains("it was not worked out"));
        assertFalse(Files.readString(folder.resolve("moments.csv")).contains("expected_mean"));
    }

    /** E y' = (1 - h) y + h: the derivative by the level is 1 - (1 - h)^n, whatever the noise. */
    @Test
    void derivativesAreColumnsNumbersRowsAndAFigure() throws Exception {
        Findings findings =
                findings(SQUARE_ROOT.replace("drift: {x: 1 - x}", "parameters: {level: 1}\n  drift: {x: level - x}")
                        + "output: {sensitivities: [level]}\n");
        String header =
                written(MomentsCsv.population(findings)).lines().findFirst().orElseThrow();
        assertTrue(
                header.endsWith(
                        ",time,second,dmean_x/dlevel,dmean_x/dlevel_error,dsecond/dlevel,limit_second,limit_second_error"),
                header);
        String guidance = findings.names().get(0);
        JsonNode results = new ObjectMapper()
                .readTree(SummaryJson.text(findings, ScenarioDocument.none(), NOWHERE))
                .at("/results/" + guidance);
        int steps = findings.run().scenario().time().steps();
        double error = results.get("sensitivities-standard-error")
                .get("dmean_x/dlevel")
                .asDouble();
        assertEquals(
                1 - Math.pow(1 - 2.0 / steps, steps),
                results.get("sensitivities").get("dmean_x/dlevel").asDouble(),
                6 * error);
        assertTrue(error > 0 && error < 0.1, "" + error);
        assertTrue(results.get("sensitivities-standard-error")
                .get("dsecond/dlevel")
                .isNull());
        assertTrue(KnownTable.rows(findings).stream().anyMatch(row -> row.get(0).equals("dmean_x/dlevel")));
        assertTrue(
                Figures.of(findings).stream().anyMatch(figure -> figure.name().equals("sensitivities")));
    }

    @Test
    void thePageHasTheEquationsAndWhyThereIsNoLimit() {
        Findings findings = findings(SPRINGS);
        String page = new HtmlPage(findings, new Gallery(List.of(), ""), NOWHERE, ScenarioDocument.none()).html();
        String equation = page.replaceAll("(?s).*?<div class=\"equations\"[^>]*>\\s*(<p>.*?</p>\\s*){2}.*", "$1");
        assertEquals(
                "dv=(mv\u2212v\u2212x)dt+0.5dWv",
                equation.replaceAll("<[^>]*>", "").trim());
        assertTrue(page.contains("not drawn: it is computed for models of one coordinate."));
    }

    /** Under noise in common there is a law for each of its paths, and none to draw; moments over all paths are those of this many agents. */
    @Test
    void noiseInCommonHasNoLimitThatIsPrinted() throws Exception {
        Findings findings = findings("""
                dynamics:
                  state: [x]
                  sources: {w: agent, market: population}
                  drift: {x: mean(x) - x}
                  noise: {x: {w: 0.5, market: 0.3}}
                  horizon: 2
                observe: {average: mean(x)}
                initial: {point: [1]}
                """);
        assertTrue(findings.limit().isEmpty());
        JsonNode summary = new ObjectMapper().readTree(SummaryJson.text(findings, ScenarioDocument.none(), NOWHERE));
        JsonNode known = summary.at("/exact/" + findings.names().get(0));
        assertTrue(known.get("limit") == null, known.toString());
        // Var M = (0.25 / N + 0.09) t
        assertEquals(
                Math.sqrt(2 * (0.25 / 1000 + 0.09)),
                known.at("/expected-standard-deviation/mean(x)").asDouble(),
                1e-9);
        String page = new HtmlPage(findings, new Gallery(List.of(), ""), NOWHERE, ScenarioDocument.none()).html();
        assertTrue(page.contains("not drawn: with noise that all agents share it is not one law."), page);
    }

    /** E x = 1 and E x^2 = 1 + (1 - e^-2t)/8 of the square-root process from 1: at every time, within the errors beside them. */
    @Test
    void theLimitIsBesideWhatWasSimulated() {
        List<String> lines =
                written(MomentsCsv.population(findings(SQUARE_ROOT))).lines().toList();
        List<String> header = List.of(lines.get(0).split(","));
        assertTrue(header.containsAll(List.of("limit_mean_x", "limit_variance_x_error", "limit_second")), lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double spread = (1 - Math.exp(-2 * row[header.indexOf("time")])) / 8;
            near(1, "limit_mean_x", header, row);
            near(spread, "limit_variance_x", header, row);
            near(1 + spread, "limit_second", header, row);
        }
    }

    private static void near(double expected, String column, List<String> header, double[] row) {
        double error = row[header.indexOf(column + "_error")];
        assertTrue(error < 1e-3, column + " +- " + error);
        assertEquals(expected, row[header.indexOf(column)], 3 * error + 1e-6, column);
    }

    @Test
    void figuresShowWhatIsObserved() {
        List<String> names =
                Figures.of(findings(SQUARE_ROOT)).stream().map(Figure::name).toList();
        assertEquals(
                List.of("observed", "mean", "density-over-time", "terminal-density", "density-residuals", "paths"),
                names);
    }

    /** Springs are linear and Gaussian: v starts as N(0, 0.01), whose density at 0 is 10/sqrt(2 pi). */
    @Test
    void linearModelsAreBesideTheLawOfAnAgent() {
        Findings findings = findings(SPRINGS);
        Figure figure = Figures.of(findings).stream()
                .filter(each -> each.name().equals("density-over-time-1"))
                .findFirst()
                .orElseThrow();
        assertTrue(figure.caption().contains("beside the law of an agent of this linear model"), figure.caption());
        DensityOverTime.Known known = new DensityOverTime(findings, 1)
                .known(findings.guidances().get(0))
                .orElseThrow();
        assertEquals("expected", known.name());
        double[][] cells = known.law().cells(new Range(0, 1e-3), new Range(-0.005, 0.005), 1, 1);
        assertEquals(10 / Math.sqrt(2 * Math.PI), cells[0][0], 1e-2);
    }

    @Test
    void observedValuesHaveNoNamesOfTheOutputs() {
        assertThrows(ScenarioException.class, () -> findings(SPRINGS.replace("flow", "mean_v")));
        assertThrows(ScenarioException.class, () -> findings(SPRINGS.replace("flow", "time")));
        assertThrows(ScenarioException.class, () -> findings(SPRINGS.replace("flow", "limit_mv")));
        findings(SPRINGS.replace("flow", "mean_of_v"));
    }

    /** Errors leave four digits of 0.123456 if they are below 5e-5. */
    @Test
    void digitsThatAnErrorMakesUncertainAreNotWritten() {
        assertEquals("0.12346", Numbers.within(0.123456, 1e-7, 5));
        assertEquals("0.1235", Numbers.within(0.123456, 4e-5, 5));
        assertEquals("0.12", Numbers.within(0.123456, 4e-3, 5));
        assertEquals("0", Numbers.within(1e-12, 1e-9, 5));
        assertEquals("-", Numbers.within(0.1, 1, 5));
    }

    private static Findings findings(String model) {
        String yaml =
                "name: written\nmodel: custom\n" + model + "population: {agents: 1000, seed: 1}\ntime: {steps: 20}\n";
        Scenario scenario =
                ScenarioReader.parse("test", yaml, Path.of("."), Map.of()).scenario();
        Problem problem = Problem.of(scenario);
        RunResult run = new Simulation(problem, Backends.select("cpu-scalar"), 1, Progress.NONE, null).run();
        return Findings.of(run, ExactValues.of(PopulationValues.of(scenario, problem.initial())));
    }

    private static String written(LongText text) {
        StringBuilder whole = new StringBuilder();
        assertDoesNotThrow(() -> text.appendTo(whole));
        return whole.toString();
    }
}
