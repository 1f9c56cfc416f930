package io.github.murmuration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opinions that heed those within 1 of their own, from the bundled model. */
class BoundedConfidenceTest {

    private static final String MODEL = "bounded-confidence";
    private static final double H = 0.1;

    /** Whoever is left is within reach of one cluster alone, of which each is a point. */
    @Test
    @Tag("analytic")
    void opinionsOnACircleEndInClustersOutOfReach() {
        float[] end = Runs.end(Runs.bundled(MODEL, "population.agents=300", "time.steps=200"), "cpu")[0];
        List<double[]> clusters = clusters(end);
        double[] first = clusters.get(0);
        double[] last = clusters.get(clusters.size() - 1);
        if (first[0] + 16 - last[0] < 0.5) {
            clusters.remove(clusters.size() - 1);
        }
        for (int c = 1; c < clusters.size(); c++) {
            double apart = clusters.get(c)[0] - clusters.get(c - 1)[0];
            assertTrue(apart > 1, "clusters " + apart + " apart");
        }
        // 16/2.285 waves at first; pairs of them may meet
        assertTrue(clusters.size() >= 5 && clusters.size() <= 8, clusters.size() + " clusters");
    }

    /**
     * Evenly spread on [0, L] at first: one, two and three clusters. They are roughly 2 apart (C. Wang, Q. Li, W. E, B. Chazelle, J. Stat.
     * Phys. 166 (2017) 1209), here from 1.9 to 2.5, and where opinions in order put them, in float64.
     */
    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2", "7, 3"})
    @Tag("analytic")
    void opinionsOnALineEndWhereTheOrderedOnesDo(int length, int count) {
        int agents = 211;
        int steps = 200;
        double[][] start = new double[agents][1];
        double[] ordered = new double[agents];
        for (int i = 0; i < agents; i++) {
            ordered[i] = length * (i + 0.5) / agents;
            start[i][0] = ordered[i];
        }
        Scenario scenario = Runs.bundled(
                        MODEL,
                        "population.agents=" + agents,
                        "dynamics.boundary={x: {periodic: [-10, 30]}}",
                        "dynamics.parameters.rate=" + length,
                        "dynamics.horizon=" + steps * H,
                        "time.steps=" + steps)
                .toBuilder()
                .initial(Law.samples(start))
                .build();
        List<double[]> found = clusters(Runs.end(scenario, "cpu")[0]);
        for (int k = 0; k < steps; k++) {
            ordered = step(ordered, length);
        }
        List<double[]> expected = clusters(ordered);
        assertEquals(count, found.size());
        assertEquals(count, expected.size());
        for (int c = 0; c < count; c++) {
            assertEquals(expected.get(c)[0], found.get(c)[0], 0.01, "cluster " + c);
            assertTrue(c == 0 || Math.abs(found.get(c)[0] - found.get(c - 1)[0] - 2.2) < 0.3);
        }
    }

    /** Of opinions in order: neighbours are a range, and their sum a difference of two sums. */
    private static double[] step(double[] x, double length) {
        int n = x.length;
        double[] sums = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + x[i];
        }
        double[] to = new double[n];
        int first = 0;
        int beyond = 0;
        for (int i = 0; i < n; i++) {
            while (x[i] - x[first] > 1) {
                first++;
            }
            while (beyond < n && x[beyond] - x[i] <= 1) {
                beyond++;
            }
            to[i] = x[i] + H * length / n * (sums[beyond] - sums[first] - (beyond - first) * x[i]);
        }
        Arrays.sort(to);
        return to;
    }

    /** Mean of every group of more than a hundredth of all that is 0.5 from the others. */
    private static List<double[]> clusters(float[] x) {
        double[] wide = new double[x.length];
        Arrays.setAll(wide, i -> x[i]);
        Arrays.sort(wide);
        return clusters(wide);
    }

    private static List<double[]> clusters(double[] ordered) {
        List<double[]> clusters = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ordered.length; i++) {
            if (i == ordered.length || ordered[i] - ordered[i - 1] > 0.5) {
                if (i - from > ordered.length / 100) {
                    double mean = Arrays.stream(ordered, from, i).average().orElseThrow();
                    clusters.add(new double[] {mean, i - from});
                }
                from = i;
            }
        }
        return clusters;
    }
}
