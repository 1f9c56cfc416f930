package io.github.murmuration.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final double[] NONE = {};

    /** Four agents, of which the last is on its end and the one before beyond the bins. */
    @Test
    void sumsAndCounts() {
        float[][] states = {{1, 2, 9, 4}, {0, 1, 2, -1}};
        float[] energies = {1, 2, 3, 4};
        byte[] labels = {0, 1, 1, 0};
        List<Survey.End> ends = List.of(new Survey.End(1, -1, true), new Survey.End(0, 10, false));
        Survey survey = new Survey(new double[] {1, 1}, ends, 2, new double[] {0}, new double[] {1.5}, 4);
        long[][] counts = {{0, 10, 0, 0}};
        double[] sums = survey.read(states, energies, labels, counts);
        // departures of the living (0, -1), (1, 0), (8, 1)
        double[] expected = {65, 0, 8, 2, 2, 5, 17, 2, 5, 13, 3, 1, 0};
        assertArrayEquals(expected, sums);
        assertEquals(8, sums[survey.productAt(1, 0)]);
        assertEquals(17, sums[survey.energiesAt(0) + 2]);
        assertEquals(3, sums[survey.livingAt()]);
        assertEquals(1, sums[survey.endAt(0)]);
        assertArrayEquals(new long[] {1, 11, 0, 1}, counts[0]);
    }

    /**
     * Column 0 has 2^53 and 1, which rounds to 2^53, and column 128, which it takes first, -2^53: 0. In the order of the agents it would be 1,
     * 2^53 - 2^53 + 1.
     */
    @Test
    void columnsAreAddedApartAndThenHalved() {
        float[] x = new float[257];
        float[] y = new float[257];
        x[0] = 0x1p53f;
        x[128] = -0x1p53f;
        x[256] = 1;
        IntStream.of(0, 128, 256).forEach(a -> y[a] = 1);
        Survey survey = new Survey(new double[] {0, 0}, List.of(), 0, NONE, NONE, 0);
        double[] sums = survey.read(new float[][] {x, y}, new float[0], new byte[0], new long[0][]);
        assertEquals(0, sums[survey.productAt(1, 0)]);
        assertEquals(3, sums[survey.productAt(1, 1)]);
        assertEquals(257, sums[survey.livingAt()]);
    }
}
