package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.RunResult;
import io.github.murmuration.sim.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pair means over batches against those over everyone. */
class BatchesTest {

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

    /**
     * The note gives the root mean square over the first 128 agents, from 8 draws of the partners of each: to (2 * 7 * 128)^(-1/2) = 2.4 %, of
     * which 5 have false alarms of 1e-6.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 150})
    @Tag("statistical")
    void aRunSaysWhatItsBatchesErrBy(int partners) {
        Scenario scenario = Runs.written(STILL, "dynamics.partners.batch=" + partners, "time.steps=1");
        RunResult run =
                new Simulation(Problem.of(scenario), Backends.select("cpu-scalar"), 1, Progress.NONE, null).run();
        String note = run.notes().get(0).text();
        double said = Double.parseDouble(note.substring(note.lastIndexOf(' ')));
        float[] x = Runs.end(scenario, "cpu-scalar")[0];
        int n = x.length;
        int together = Math.min(2, partners);
        double variance = 0;
        for (int i = 0; i < 128; i++) {
            double sum = 0;
            double square = 0;
            for (int s = 1; s < n; s++) {
                double value = kernel(x, i, (i + s) % n);
                double both = together == 1 ? value : (value + kernel(x, i, (i + n - s) % n)) / 2;
                sum += both / (n - 1);
                square += both * both / (n - 1);
            }
            variance += (square - sum * sum) / 128;
        }
        double error = (n - 1.0) / n * Math.sqrt(variance * together / partners);
        assertEquals(error, said, 0.12 * error, note);
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

    private static double sum(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += value;
        }
        return sum;
    }
}
