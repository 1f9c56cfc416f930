package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.sim.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReverseModelTest {

    private static final Diffusion DIFFUSION = new VarianceExploding(0.1, 30);
    private static final Clock CLOCK = new Clock(1, 0, 30, true);

    /** What is written down and read back is the same step, to the last operation. */
    @Test
    void aReverseModelIsAScenarioFile() {
        Score score = ExchangeableScore.of(new ExchangeableGaussian(-1, 0.5, 0.2, 2));
        Scenario scenario = Scenario.builder()
                .name("cloud")
                .dynamics(ReverseModel.of(DIFFUSION, score, CLOCK, 50))
                .initial(Law.gaussian(new double[2], Covariance.standardDeviations(3, 3)))
                .agents(50)
                .steps(30)
                .build();
        Scenario read = ScenarioReader.parse("cloud.yaml", ScenarioWriter.toYaml(scenario), Path.of("."), Map.of())
                .scenario();
        assertArrayEquals(hash(scenario), hash(read));
    }

    /**
     * A table is straight in the time of the run, which on this clock is straight in the root of u, but for the rounding of 30 steps of
     * numbers below 10 in float32.
     */
    @Test
    void tablesAreTakenAtTheNoiseOfTheStep() {
        List<Cloud> starts = List.of(new ExchangeableGaussian(0, 0, 9, 1).draw(20, 1, 0));
        String upper = "0.6 + 0.5*(sqrt(u) - sqrt(0.5))/(1 - sqrt(0.5))";
        String lower = "0.1 + 0.5*sqrt(u)/sqrt(0.5)";
        Map<String, String> straight = Map.of("c", "where(u > 0.5, " + upper + ", " + lower + ")");
        Score formula = new Score(List.of("x"), straight, Map.of(), Map.of(), List.of("-c*x"));
        Score.Table line = new Score.Table(new double[] {0, 0.5, 1}, new double[] {0.1, 0.6, 1.1});
        Score table = new Score(List.of("x"), Map.of(), Map.of("c", line), Map.of(), List.of("-c*x"));
        double[][] expected = run(formula, starts);
        double[][] found = run(table, starts);
        for (int i = 0; i < 20; i++) {
            assertEquals(expected[i][0], found[i][0], 1e-4);
        }
    }

    private static double[][] run(Score score, List<Cloud> starts) {
        Generator generator = new Generator(Backends.select("cpu-scalar"), 1);
        return new ScoreReversal(generator, DIFFUSION, score)
                .run(CLOCK, starts, 1)
                .get(0)
                .points();
    }

    private static byte[] hash(Scenario scenario) {
        return Problem.of(scenario).written().orElseThrow().hash();
    }
}
