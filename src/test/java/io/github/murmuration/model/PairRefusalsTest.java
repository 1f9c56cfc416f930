package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.exact.PopulationValues;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.chaos.Chaos;
import io.github.murmuration.study.step.StepConvergence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is not known of models with pairs, and what they are not taken for. */
class PairRefusalsTest {

    private static final String BATCHES = """
            model: custom
            dynamics:
              state: [x, sum]
              pairs: {p: tanh(other.x - 2*x)}
              partners: {batch: 6}
              drift: {x: 0, sum: p}
              horizon: 1000
            initial: {gaussian: {mean: [0, 0], standard-deviation: [1, 0]}}
            population: {agents: 200, seed: 8}
            time: {steps: 1000}
            """;

    /** Checkpoints of one are not resumed as another. */
    @Test
    void modelsOfOtherPairsOrPartnersHaveOtherHashes() {
        List<String> changes = List.of(
                "dynamics.partners={batch: 6}",
                "dynamics.partners={batch: 7}",
                "dynamics.partners=all",
                "dynamics.partners={within: 2}",
                "dynamics.partners={within: {radius: 2, of: [x]}}",
                "dynamics.pairs.p=tanh(other.x - 3*x)");
        Set<String> hashes = changes.stream()
                .map(change -> Problem.of(Runs.written(BATCHES, change)))
                .map(problem -> Arrays.toString(problem.written().orElseThrow().hash()))
                .collect(Collectors.toSet());
        assertEquals(changes.size(), hashes.size());
    }

    /** A drift that is a pair mean is linear in no coordinate, as far as anyone knows. */
    @Test
    void noMomentsAndNoLimitAreGivenOfModelsWithPairs() {
        Scenario scenario = Runs.written(BATCHES);
        PopulationValues values =
                PopulationValues.of(scenario, Problem.of(scenario).initial());
        assertTrue(values.limit().isEmpty() && values.expected().isEmpty());
        assertEquals("it is computed for models without pairs", values.obstacle());
    }

    @Test
    void studiesRefuseWhatTheyCannotCompare() {
        Scenario batch = Runs.written(BATCHES);
        String chaos = assertThrows(ScenarioException.class, () -> new Chaos(batch, new int[0], 2))
                .getMessage();
        assertEquals(
                "dynamics.pairs: a mean over pairs is not accepted; give a model without pairs for this study", chaos);
        StepConvergence.Effort effort = new StepConvergence.Effort(2, 2, 0.01);
        String steps = assertThrows(ScenarioException.class, () -> new StepConvergence(batch, effort))
                .getMessage();
        assertEquals(
                "dynamics.partners: a batch, which every number of steps draws anew, is not accepted;"
                        + " give all or within for this study",
                steps);
    }
}
