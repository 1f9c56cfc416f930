package io.github.murmuration.study.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChiSquareTest {

    private static final double[] PROBABILITIES = {0.5, 0.3, 0.2};

    /** 144/100 + 64/60 + 16/40; with two degrees of freedom, p = exp(-that/2). */
    @Test
    void ofTwoDegreesOfFreedom() {
        ChiSquare found = ChiSquare.of(new double[] {112, 52, 36}, PROBABILITIES);
        double sum = 1.44 + 64 / 60.0 + 0.4;
        assertEquals(sum, found.sum(), 1e-12);
        assertEquals(2, found.freedom());
        assertEquals(Math.exp(-sum / 2), found.pValue(), 1e-9);
    }

    /** Five expected clouds of the rarest shape are 25 clouds. */
    @Test
    void fewCloudsAndOneShapeAreNotTested() {
        assertEquals(1, ChiSquare.of(new double[] {12.5, 7.5, 5}, PROBABILITIES).pValue());
        assertEquals(
                Double.NaN, ChiSquare.of(new double[] {12, 7, 5}, PROBABILITIES).pValue());
        assertEquals(
                Double.NaN, ChiSquare.of(new double[] {100}, new double[] {1}).pValue());
    }
}
