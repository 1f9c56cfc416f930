package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.sim.Note;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeds are fixed; a note by chance has a probability of 2e-9 per quantity. */
@Tag("statistical")
class VerdictTest {

    /** The energy 1428 for 9991 and the variance 1435 for 10000 of 1000 steps are those of the chain. */
    @Test
    @Tag("slow")
    void aWideTargetNeedsMoreSteps() {
        List<Note> notes = notes(gaussian(100, 0, 400, 1000));
        assertEquals(1, notes.size());
        Note note = notes.get(0);
        assertEquals("zero", note.guidance());
        assertTrue(note.text().startsWith("too few steps: energy 1"), note.text());
        assertTrue(note.text().contains("where 9991 is exact"), note.text());
        assertTrue(note.text().contains("variance at t = 1 1"), note.text());
        assertMet(gaussian(100, 0, 400, advised(note)));
    }

    @Test
    void aStiffProtocolNeedsMoreSteps() {
        List<Note> notes = notes(gaussian(0.3, 1e5, 1000, 200));
        assertEquals(1, notes.size());
        assertMet(gaussian(0.3, 1e5, 1000, advised(notes.get(0))));
    }

    @ParameterizedTest
    @EnumSource(names = {"EULER_MARUYAMA", "POSTERIOR_MEAN", "EXACT"})
    void theAdviceHoldsForEveryScheme(Scheme scheme) {
        List<Note> notes = notes(TestScenarios.demandResponse(1, 10_000, 8, scheme));
        assertTrue(notes.stream().anyMatch(note -> note.guidance().equals("zero")), notes.toString());
        int steps = notes.stream().mapToInt(VerdictTest::advised).max().orElseThrow();
        assertMet(TestScenarios.demandResponse(1, 10_000, steps, scheme));
    }

    @Test
    void theAdviceHoldsForTheRegulator() {
        List<Note> notes = notes(TestScenarios.linear(2, 10_000, 8));
        assertTrue(!notes.isEmpty());
        int steps = notes.stream().mapToInt(VerdictTest::advised).max().orElseThrow();
        assertMet(TestScenarios.linear(2, 10_000, steps));
    }

    /** The chain's mean is 60 (1 - dt/2)^200 = 8.0388, the population's in continuous time 8.1201. */
    @Test
    @Tag("slow")
    void theAdviceHoldsForTheMeanOfAPopulation() {
        List<Note> notes = notes(ornsteinUhlenbeck(200));
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).text().startsWith("too few steps: mean at t = 1 8.03"), notes.toString());
        int steps = advised(notes.get(0));
        assertTrue(steps > 5000 && steps < 100_000, notes.toString());
        assertMet(ornsteinUhlenbeck(steps));
    }

    /** The law of infinitely many agents has the order .8315. A step of 0.4 costs some .06 of it, 14 errors of 4000 agents, 0.277/4000^0.5. */
    @Test
    void theAdviceHoldsForTheLimit() {
        List<Note> notes = notes(kuramoto(100));
        assertEquals(1, notes.size());
        String text = notes.get(0).text();
        assertTrue(text.startsWith("too few steps, or too few agents for the limit: variance at t = 1 0.2"), text);
        assertTrue(text.contains("where 0.16"), text);
        assertMet(kuramoto(advised(notes.get(0))));
    }

    private static Scenario kuramoto(int steps) {
        return Scenario.builder()
                .dynamics(new Dynamics.Kuramoto(2, 1, 0, 0, 40))
                .initial(Law.gaussian(new double[] {0}, Covariance.standardDeviations(1)))
                .agents(4000)
                .steps(steps)
                .output(new Output(steps, 0, 0, 0))
                .build();
    }

    private static Scenario ornsteinUhlenbeck(int steps) {
        return Scenario.builder()
                .dynamics(new Dynamics.MeanFieldOu(0.5, 1.5, 0.02, 4))
                .initial(Law.gaussian(new double[] {60}, Covariance.standardDeviations(0.05)))
                .agents(1000)
                .steps(steps)
                .output(new Output(steps, 0, 0, 0))
                .build();
    }

    /** 1000 steps leave a bias of 38/1000 in an energy of 16.9: no more than sampling error. */
    @Test
    void whatSamplingExplainsIsNoNote() {
        assertMet(TestScenarios.demandResponse(1, 20_000, 1000, Scheme.EULER_MARUYAMA));
        assertMet(TestScenarios.demandResponse(1, 2, 16, Scheme.EULER_MARUYAMA));
        assertMet(TestScenarios.demandResponse(1, 1, 16, Scheme.EULER_MARUYAMA));
    }

    /** Exact values that are not those of the scenario: no number of steps would mend the difference. */
    @Test
    void whatStepsDoNotExplainIsSaid() {
        Scenario scenario = gaussian(0.5, 0, 10_000, 1000);
        Problem problem = Problem.of(scenario);
        RunResult run = run(problem);
        ExactValues others = exact(Problem.of(gaussian(1, 0, 10_000, 1000)));
        String text = Verdict.of(problem, run, others).notes().get(0).text();
        assertTrue(text.startsWith("not the exact values, and the number of steps does not explain it: energy"), text);
    }

    private static int advised(Note note) {
        Matcher matcher = Pattern.compile("try (\\d+) steps").matcher(note.text());
        assertTrue(matcher.find(), note.text());
        return Integer.parseInt(matcher.group(1));
    }

    private static void assertMet(Scenario scenario) {
        assertEquals(List.of(), notes(scenario));
    }

    private static Scenario gaussian(double deviation, double beta, long agents, int steps) {
        return Scenario.builder()
                .initial(Law.gaussian(new double[] {0}, Covariance.standardDeviations(1)))
                .target(Law.gaussian(new double[] {0}, Covariance.standardDeviations(deviation)))
                .protocol(Protocol.geometric(1, beta, 1))
                .guidance(new Guidance.Zero())
                .agents(agents)
                .steps(steps)
                .build();
    }

    private static List<Note> notes(Scenario scenario) {
        Problem problem = Problem.of(scenario);
        return Verdict.of(problem, run(problem), exact(problem)).notes();
    }

    private static RunResult run(Problem problem) {
        return new Simulation(problem, Backends.select("cpu"), 0, Progress.NONE, null).run();
    }

    private static ExactValues exact(Problem problem) {
        if (!problem.scenario().steered()) {
            return ExactValues.of(PopulationValues.of(problem.scenario(), problem.initial()));
        }
        Map<String, ExactResult> exact = new LinkedHashMap<>();
        for (int g = 0; g < problem.schedules().size(); g++) {
            String name = problem.scenario().guidance().get(g).name();
            ExactValues.of(problem.schedules().get(g), problem.initial(), problem.target(), Crew.of(1))
                    .ifPresent(result -> exact.put(name, result));
        }
        return ExactValues.of(exact);
    }
}
