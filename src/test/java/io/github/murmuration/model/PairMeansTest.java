package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 1024, 1025, 3000})
    @Tag("analytic")
    void areThoseOfSumsInDoublePrecision(int agents) {
        float[][] end = Runs.end(Runs.written(ALIGNED, "population.agents=" + agents), "cpu-scalar");
        float[] x = end[0];
        float[] v = end[1];
        double largest = 0;
        for (int i = 0; i < agents; i += 1 + agents / 50) {
            double align = 0;
            double near = 0;
            for (int j = 0; j < agents; j++) {
                double distance = Math.abs(x[j] - x[i]);
                align += end[4][j] * ((double) v[j] - v[i]) / Math.pow(1 + distance * distance, 0.4);
                near += distance < end[4][i] && end[5][i] == end[5][j] ? 1 : 0;
            }
            assertEquals(align / agents, end[2][i], 1e-5, "align " + i);
            assertEquals(near / agents, end[3][i], 1e-7, "near " + i);
            largest = Math.max(largest, Math.abs(align / agents));
        }
        assertTrue(agents == 1 || largest > 0.1);
    }
}
