package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches and cut-offs against means over everyone. */
class PartnersTest {

    private static final int STEPS = 1000;

    private static final String STILL = """
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

    /**
     * Sums of the means of 1000 batches, whose variance is ((N - 1)/N)^2 (2/p) that of (K(i, i + s) + K(i, i - s))/2 over s, each. Squares of
     * their departures, in standard deviations, are 1 in the mean over agents, give or take (2/99)^(1/2), for the 99 pairs of shifts that all
     * of them share: 4 of these have false alarms of 1e-4.
     */
    @Test
    @Tag("statistical")
    void batchesAreUnbiasedAndVaryAsStated() {
        float[][] end = Runs.end(Runs.written(STILL), "cpu-scalar");
        int n = end[0].length;
        double squares = 0;
        double variances = 0;
        for (int i = 0; i < n; i++) {
            double mean = 0;
            double sum = 0;
            double square = 0;
            for (int s = 0; s < n; s++) {
                double ahead = kernel(end[0], i, (i + s) % n);
                mean += ahead / n;
                double both = (ahead + kernel(end[0], i, (i + n - s) % n)) / 2;
                sum += s == 0 ? 0 : both / (n - 1);
                square += s == 0 ? 0 : both * both / (n - 1);
            }
            double share = (n - 1.0) / n;
            double variance = share * share * (square - sum * sum) * 2 / 6;
            double departure = end[1][i] - STEPS * mean;
            squares += departure * departure / (STEPS * variance) / n;
            variances += variance / n;
        }
        assertEquals(1, squares, 0.57);
        assertTrue(variances > 0.01, "variance of a batch " + variances);
    }

    /** The note gives the root mean square over the first 128 agents, from 150 of 199 partners: a tenth off at most. */
    @Test
    @Tag("statistical")
    void aRunSaysWhatItsBatchesErrBy() {
        Scenario scenario = Runs.written(STILL, "dynamics.partners.batch=150", "time.steps=1");
        RunResult run =
                new Simulation(Problem.of(scenario), Backends.select("cpu-scalar"), 1, Progress.NONE, null).run();
        String note = run.notes().get(0).text();
        double said = Double.parseDouble(note.substring(note.lastIndexOf(' ')));
        float[] x = Runs.end(scenario, "cpu-scalar")[0];
        double variance = 0;
        for (int i = 0; i < 128; i++) {
            double sum = 0;
            double square = 0;
            for (int j = 0; j < x.length; j++) {
                sum += j == i ? 0 : kernel(x, i, j) / 199;
                square += j == i ? 0 : kernel(x, i, j) * kernel(x, i, j) / 199;
            }
            variance += (square - sum * sum) / 128;
        }
        double error = 199.0 / 200 * Math.sqrt(variance / 150);
        assertEquals(error, said, 0.1 * error, note);
    }

    private static double kernel(float[] x, int i, int j) {
        return Math.tanh(x[j] - 2.0 * x[i]);
    }

    /** Whoever has a partner is one of its own, if there is an even number of them: forces that are opposite add up to nothing. */
    @ParameterizedTest
    @CsvSource({"all, true", "{batch: 2}, true", "{batch: 10}, true", "{batch: 3}, false", "{within: 0.7}, true"})
    void oppositeForcesConserveTheSum(String partners, boolean conserved) {
        Scenario scenario = Runs.written("""
                model: custom
                dynamics:
                  state: [x]
                  pairs: {p: (other.x - x)/(1 + (other.x - x)^2)}
                  partners: all
                  drift: {x: p}
                  horizon: 1
                initial: {gaussian: {mean: 0, standard-deviation: 1}}
                population: {agents: 300, seed: 2}
                time: {steps: 10}
                """, "dynamics.partners=" + partners);
        double before = sum(Runs.end(scenario.toBuilder().steps(1).build(), "cpu-scalar")[0]);
        double after = sum(Runs.end(scenario, "cpu-scalar")[0]);
        assertEquals(conserved, Math.abs(after - before) < 1e-5 * 300, before + " became " + after);
    }

    /** Spread out, in clusters 1e6 apart, about the seam of a circle, on small circles, and in up to three coordinates. */
    static Stream<Arguments> layouts() {
        String far =
                "mixture: {weights: [0.5, 0.4, 0.1], means: [[0, 0, 0, 0, 0], [1e6, -1e6, 3, 0, 0], [1e6, 1e6, 0, 0, 0]],"
                        + " standard-deviations: [[1, 1, 1, 0, 0], [0.1, 2, 1, 0, 0], [1e5, 1e5, 1e5, 0, 0]]}";
        return Stream.of(
                Arguments.of("[x]", "0.01", "", spread(10)),
                Arguments.of("[x]", "50", "", spread(10)),
                Arguments.of("[x, y]", "0.5", "", spread(3)),
                Arguments.of("[x, y]", "200", "", spread(1e4)),
                Arguments.of("[y, z]", "1", "", far),
                Arguments.of("[x, y, z]", "0.7", "", far),
                Arguments.of("[x, y, z]", "0.8", "", spread(2)),
                Arguments.of("[x]", "0.3", "x: {periodic: [-2, 4]}", spread(3)),
                Arguments.of("[x]", "2.5", "x: {periodic: [-2, 4]}", spread(3)),
                Arguments.of("[x]", "1e-4", "x: {periodic: [0, 1]}", spread(3)),
                Arguments.of("[x, y]", "0.4", "x: {periodic: [0, 2*pi]}, y: {periodic: [-1, 1]}", spread(3)),
                Arguments.of("[x, y, z]", "0.9", "x: {periodic: [0, 5]}, z: {periodic: [-8, -2]}", spread(2)));
    }

    private static String spread(double deviation) {
        return "gaussian: {mean: [0, 0, 0, 0, 0], standard-deviation: [D, D, D, 0, 0]}"
                .replace("D", Double.toString(deviation));
    }

    /** The same values are summed: numbers of neighbours are equal, other sums are but for their order. */
    @ParameterizedTest
    @MethodSource("layouts")
    @Tag("analytic")
    void cutOffsAreMeansOverEveryoneNear(String of, String radius, String boundary, String initial) {
        cutOff(of, radius, boundary, initial, 1100);
    }

    @ParameterizedTest
    @CsvSource({"'[x]', 0.001", "'[x, y]', 0.2", "'[x, y, z]', 0.5"})
    @Tag("slow")
    void cutOffsOfManyAgentsAreMeansOverEveryoneNear(String of, String radius) {
        cutOff(of, radius, "x: {periodic: [-2, 4]}", spread(2), 20_000);
    }

    /** The agents of two blocks are one population. */
    @Test
    @Tag("analytic")
    void neighboursAreFoundInEveryBlock() {
        int agents = 17_000;
        float[][] end = Runs.end(Runs.written("""
                        model: custom
                        dynamics:
                          state: [x, count]
                          pairs: {c: 1}
                          partners: {within: {radius: 0.001, of: x}}
                          drift: {x: 0, count: c}
                          horizon: 1
                        initial: {gaussian: {mean: [0, 0], standard-deviation: [1, 0]}}
                        population: {agents: 17e3, seed: 4}
                        time: {steps: 1}
                        """), "cpu-scalar");
        for (int i = 0; i < agents; i += 170) {
            int near = 0;
            for (int j = 0; j < agents; j++) {
                near += Math.abs(end[0][j] - end[0][i]) <= 0.001 ? 1 : 0;
            }
            assertEquals((double) near / agents, end[1][i], 1e-10, "agent " + i);
        }
    }

    private static void cutOff(String of, String radius, String boundary, String initial, int agents) {
        String near = Stream.of("x", "y", "z")
                .filter(of::contains)
                .map(name -> "(other." + name + " - " + name + ")^2")
                .collect(Collectors.joining(" + "));
        String everyone = """
                model: custom
                dynamics:
                  state: [x, y, z, count, force]
                  parameters: {radius: RADIUS}
                  pairs:
                    c: CUT1END
                    f: CUTother.x - x + 0.1*(other.z - z)END
                  partners: PARTNERS
                  drift: {x: 0, y: 0, z: 0, count: c, force: f}
                  boundary: {BOUNDARY}
                  horizon: 1
                initial: {INITIAL}
                population: {agents: AGENTS, seed: 4}
                time: {steps: 1}
                """.replace("RADIUS", radius)
                .replace("BOUNDARY", boundary)
                .replace("INITIAL", initial)
                .replace("AGENTS", Integer.toString(agents));
        String all = everyone.replace("CUT", "where(" + near + " <= radius^2, ")
                .replace("END", ", 0)")
                .replace("PARTNERS", "all");
        String within = everyone.replace("CUT", "")
                .replace("END", "")
                .replace("PARTNERS", "{within: {radius: " + radius + ", of: " + of + "}}");
        float[][] expected = Runs.end(Runs.written(all), "cpu-scalar");
        float[][] found = Runs.end(Runs.written(within), "cpu-scalar");
        assertArrayEquals(expected[3], found[3], "numbers of neighbours");
        float most = 0;
        for (int i = 0; i < agents; i++) {
            assertEquals(expected[4][i], found[4][i], 1e-5 * Double.parseDouble(radius) + 1e-6, "agent " + i);
            most = Math.max(most, expected[3][i]);
        }
        assertTrue(most > 1.5 / agents, "nobody has a neighbour");
    }

    private static double sum(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += value;
        }
        return sum;
    }
}
