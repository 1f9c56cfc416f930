package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replicas in parts, and what an observer is shown of them. */
class ReplicaRunTest {

    private static final int STEPS = 12;

    private final Problem problem = Problem.of(TestScenarios.demandResponse(2, 1, STEPS, Scheme.EULER_MARUYAMA));

    /** Moments shown are those of the states shown, label counts included, under every guidance. */
    @ParameterizedTest
    @CsvSource({"10, 37", "1500, 3"})
    void momentsAreThoseOfTheAgents(int agents, int replicas) {
        run(agents, replicas, new ReplicaObserver() {
            @Override
            public void moments(int k, ReplicaMoments moments) {}

            @Override
            public int nextLook(int k) {
                return k / 5 * 5 + 5;
            }

            @Override
            public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
                assertEquals(0, k % 5);
                for (int g = 0; g < problem.schedules().size(); g++) {
                    double centre = problem.schedules().get(g).centre(k)[0];
                    assertMoments(moments, agents, g, all(ensemble, g, agents * replicas), centre);
                }
            }
        });
    }

    /** States are measured from a centre. Agents are numbered through: those of replica r are r N, ..., r N + N - 1. */
    private static void assertMoments(ReplicaMoments moments, int agents, int g, float[] states, double centre) {
        for (int r = 0; r < moments.replicas(); r++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < agents; i++) {
                mean += states[r * agents + i] / (double) agents;
                square += (double) states[r * agents + i] * states[r * agents + i] / agents;
            }
            // float32 sums over 1500 values below 10
            assertEquals(centre + mean, moments.mean(g, r, 0), 2e-6);
            assertEquals(square - mean * mean, moments.variance(g, r, 0), 2e-5);
            assertEquals(agents, moments.count(r, 0) + moments.count(r, 1));
        }
    }

    /** Coordinate 0 of all agents. */
    private static float[] all(Ensemble ensemble, int g, int count) {
        float[] all = new float[0];
        for (int b = 0; all.length < count; b++) {
            float[] block = ensemble.states(g, b)[0];
            int at = all.length;
            all = Arrays.copyOf(all, at + block.length);
            System.arraycopy(block, 0, all, at, block.length);
        }
        return all;
    }

    /** 16 bytes for each agent in two coordinates under two guidances; parts are whole tiles, of 85 replicas with 10 agents. */
    @ParameterizedTest
    @CsvSource({
        "10, 200, 13600, '0, 85, 170'",
        "10, 200, 27200, '0, 170'",
        "1500, 5, 48000, '0, 2, 4'",
        "1500, 3, 1, '0, 1, 2'"
    })
    void partsAreCountedOn(int agents, int replicas, long bytes, String parts) {
        List<Integer> first = new ArrayList<>();
        double[] worked = new double[1];
        ReplicaRun run = new ReplicaRun(few(2), agents, replicas, 3, bytes);
        double[] means = starts(run, replicas, first, worked);
        assertEquals(parts, first.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        assertEquals(replicas, Arrays.stream(means).distinct().count());
        assertEquals(run.agentSteps(), worked[0]);
    }

    private static Problem few(int guidances) {
        Scenario scenario = TestScenarios.demandResponse(2, 1, 8, Scheme.EULER_MARUYAMA);
        return Problem.of(scenario.toBuilder()
                .guidance(scenario.guidance().subList(0, guidances))
                .build());
    }

    /**
     * Means of the starts.
     * @param first takes the first replica of every part.
     * @param worked takes the agent-steps
     */
    private static double[] starts(ReplicaRun run, int replicas, List<Integer> first, double[] worked) {
        double[] means = new double[replicas];
        ReplicaObserver observer = (k, moments) -> {
            if (k == 0) {
                first.add(moments.firstReplica());
                for (int r = 0; r < moments.replicas(); r++) {
                    means[moments.firstReplica() + r] = moments.mean(0, r, 0);
                }
            }
        };
        run.run(Backends.select("cpu"), NoiseSource.PHILOX, 2, observer, work -> worked[0] += work);
        return means;
    }

    @Test
    void theSameSeedGivesTheSameMoments() {
        assertArrayEquals(ends(7), ends(7));
        assertNotEquals(ends(7)[0], ends(8)[0]);
    }

    private double[] ends(long seed) {
        double[] ends = new double[20];
        ReplicaObserver observer = (k, moments) -> {
            for (int r = 0; r < ends.length; r++) {
                ends[r] = moments.mean(0, r, 1) + moments.power(0, r, 1);
            }
        };
        new ReplicaRun(problem, 50, ends.length, seed)
                .run(Backends.select("cpu"), NoiseSource.PHILOX, 1, observer, work -> {});
        return ends;
    }

    private void run(int agents, int replicas, ReplicaObserver observer) {
        new ReplicaRun(problem, agents, replicas, 1)
                .run(Backends.select("cpu"), NoiseSource.PHILOX, 1, observer, work -> {});
    }
}
