package io.github.murmuration.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedSurveyTest {

    private static final PairedSurvey.Measured FIRST = new PairedSurvey.Measured(0, 0, false);
    private static final PairedSurvey.Measured SECOND = new PairedSurvey.Measured(1, 0, false);

    /** Two replicas of three agents in one block. */
    @Test
    void sumsOfEachReplica() {
        float[][] states = {{1, 2, 3, 0, 0, 4}, {1, 0, 1, 0, 2, 0}};
        float[][] copies = {{0, 2, 4, 0, 0, 0}, {1, 0, 0, 0, 2, 2}};
        float[][] energies = {{1, 2, 3, 4, 5, 6}, {1, 1, 1, 2, 2, 2}};
        double[] expected = {1, 1};
        Tiling tiling = Tiling.replicas(3, 0, 2);
        PairedSums sums = new PairedSums(new PairedSurvey(tiling, List.of(FIRST, SECOND), expected, true), 0);
        sums.add(0, states, copies, energies);
        // means about the expected ones: 0, 0, 1 and -1/2, 0, 1 of copies; -1, 0, 1 and -1, 0, 0
        assertArrayEquals(new double[] {0, 1, 3, 1, 1, 1, 0.5, 1.25, 0.875, 6, 3}, sums.sums()[0]);
        assertArrayEquals(new double[] {4, -2, 20, 0, 2, 0, -1, 1, -1, 15, 6}, sums.sums()[1]);
    }

    /** 16,384 agents are a block: a replica of more goes on in the next, from the column where it stopped. */
    @Test
    void aReplicaOfSeveralBlocks() {
        int agents = Tiling.BLOCK + 3;
        PairedSums sums = new PairedSums(
                new PairedSurvey(Tiling.replicas(agents, 0, 1), List.of(FIRST), new double[] {0}, false), 0);
        float[] ones = new float[Tiling.BLOCK];
        Arrays.fill(ones, 1);
        sums.add(0, new float[][] {ones}, new float[][] {new float[Tiling.BLOCK]}, new float[0][]);
        sums.add(1, new float[][] {{1, 1, 1}}, new float[][] {{0, 0, 3}}, new float[0][]);
        assertArrayEquals(new double[] {agents - 3, agents + 3, agents, agents, agents, 3, 9, 27}, sums.sums()[0]);
    }

    @Test
    void anglesAreMeasuredByCosineAndSine() {
        float quarter = (float) (Math.PI / 2);
        PairedSurvey.Measured cosine = new PairedSurvey.Measured(0, quarter, false);
        PairedSurvey.Measured sine = new PairedSurvey.Measured(0, quarter, true);
        PairedSurvey survey = new PairedSurvey(Tiling.alone(3), List.of(cosine, sine), new double[] {0, 0}, false);
        float[][] measured = survey.of(new float[][] {{0, 1, 2}});
        assertArrayEquals(new float[] {1, 0, -1}, measured[0], 2e-7f);
        assertArrayEquals(new float[] {0, 1, 0}, measured[1], 2e-7f);
        assertEquals(3, survey.powersAt());
    }
}
