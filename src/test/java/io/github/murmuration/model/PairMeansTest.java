package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pair means against sums in float64. One step of length 1 from 0 makes a coordinate of a mean, of a mark and of a label. */
class PairMeansTest {

    private static final String ALIGNED = """
            model: custom
            dynamics:
              state: [x, v, align, near, weight, group]
              marks: {w: {uniform: [0.5, 1.5]}}
              parameters: {beta: 0.4}
              pairs:
                a: other.w*(other.v - v)/(1 + (other.x - x)^2)^beta
                n: where(abs(other.x - x) < w and other.label == label, 1, 0)
              drift: {x: 0, v: 0, align: a, near: n, weight: w, group: label}
              horizon: 1
            initial:
              mixture:
                weights: [0.5, 0.5]
                means: [[0, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]]
                standard-deviations: [[1, 2, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]]
            population: {agents: 100, seed: 5}
            time: {steps: 1}
            """;

    /** Float32 sums of 1024 terms err by about 32 roundings, of 2^-25 of the sum each: by 3e-6 of means of 3. */
    private static final double ROUNDING = 1e-5;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1024, 1025, 3000})
    @Tag("analytic")
    void areThoseOfSumsInDoublePrecision(int agents) {
        check(Runs.end(Runs.written(ALIGNED, "population.agents=" + agents), "cpu-scalar"), 0, agents);
    }

    /** Two to a tile, the last by itself: each is a population of its own. */
    @Test
    @Tag("analytic")
    void areTakenOverTheirReplicaAlone() {
        int agents = 400;
        Runs.replicas(Runs.written(ALIGNED, "population.agents=" + agents), 3, "cpu-scalar", new ReplicaObserver() {
            @Override
            public void moments(int k, ReplicaMoments moments) {}

            @Override
            public int nextLook(int k) {
                return 1;
            }

            @Override
            public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
                for (int r = 0; k == 1 && r < 3; r++) {
                    check(ensemble.states(0, 0), r * agents, agents);
                }
            }
        });
    }

    private static void check(float[][] end, int first, int agents) {
        float[] x = end[0];
        float[] v = end[1];
        double largest = 0;
        for (int i = first; i < first + agents; i += 1 + agents / 50) {
            double align = 0;
            double near = 0;
            for (int j = first; j < first + agents; j++) {
                double distance = Math.abs(x[j] - x[i]);
                align += end[4][j] * ((double) v[j] - v[i]) / Math.pow(1 + distance * distance, 0.4);
                near += distance < end[4][i] && end[5][i] == end[5][j] ? 1 : 0;
            }
            assertEquals(align / agents, end[2][i], ROUNDING, "align " + i);
            assertEquals(near / agents, end[3][i], 1e-7, "near " + i);
            largest = Math.max(largest, Math.abs(align / agents));
        }
        assertTrue(agents == 1 || largest > 0.1);
    }

    /** sin(b - a) = sin b cos a - cos b sin a, the mean of which is made of two means. */
    @Test
    @Tag("analytic")
    void ofKernelsThatSeparateAreMadeOfMeans() {
        float[][] end = Runs.end(Runs.written("""
                        model: custom
                        dynamics:
                          state: [x, pairs, means]
                          pairs: {p: sin(other.x - x)}
                          drift: {x: 0, pairs: p, means: mean(sin(x))*cos(x) - mean(cos(x))*sin(x)}
                          horizon: 1
                        initial: {gaussian: {mean: [0, 0, 0], standard-deviation: [2, 0, 0]}}
                        population: {agents: 2000, seed: 5}
                        time: {steps: 1}
                        """), "cpu-scalar");
        for (int i = 0; i < end[0].length; i++) {
            assertEquals(end[2][i], end[1][i], 2e-6, "agent " + i);
        }
    }

    /** other.x is the nearest image: differences are between -L/2 and L/2, here L = 6. */
    @Test
    @Tag("analytic")
    void goTheShortestWayRoundCircles() {
        int agents = 500;
        float[][] end = Runs.end(Runs.written("""
                        model: custom
                        dynamics:
                          state: [x, m]
                          pairs: {p: exp(other.x - x)}
                          drift: {x: 0, m: p}
                          boundary: {x: {periodic: [-2, 4]}}
                          horizon: 1
                        initial: {gaussian: {mean: [4, 0], standard-deviation: [3, 0]}}
                        population: {agents: 500, seed: 5}
                        time: {steps: 1}
                        """), "cpu-scalar");
        for (int i = 0; i < agents; i++) {
            double mean = 0;
            for (int j = 0; j < agents; j++) {
                mean += Math.exp(Math.IEEEremainder((double) end[0][j] - end[0][i], 6)) / agents;
            }
            assertEquals(mean, end[1][i], ROUNDING, "agent " + i);
        }
    }
}
