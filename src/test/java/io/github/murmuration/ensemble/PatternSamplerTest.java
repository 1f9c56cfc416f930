package io.github.murmuration.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.density.GaussianMixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSamplerTest {

    private static final GaussianMixture LAW = new GaussianMixture(
            new double[] {0.25, 0.75}, new double[][] {{-2, 0}, {3, 1}}, new double[][] {{1, 4}, {0.25, 1}}, null);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 255, 257, 1000, 1024, 1025, 2500})
    void theFirstPatternsOfTwiceAsManyAreThePatterns(int p) {
        PatternSampler sampler = new PatternSampler(LAW, 9);
        PatternTable few = sampler.draw(4, p);
        PatternTable many = sampler.draw(4, 2 * p).first(p);
        for (int j = 0; j < 2; j++) {
            assertArrayEquals(many.coordinate(j), few.coordinate(j));
        }
    }

    @Test
    void setsDiffer() {
        PatternSampler sampler = new PatternSampler(LAW, 9);
        assertNotEquals(sampler.draw(0, 1).get(0, 0), sampler.draw(1, 1).get(0, 0));
    }

    /** Mean 1.75, -2 * 0.25 + 3 * 0.75; false alarm one in 1.7e6: 5 standard errors. */
    @Test
    @Tag("statistical")
    void theMeanIsThatOfTheMixture() {
        int p = 100_000;
        PatternTable table = new PatternSampler(LAW, 3).draw(0, p);
        double sum = 0;
        for (int i = 0; i < p; i++) {
            sum += table.get(i, 0);
        }
        double variance = LAW.covariance()[0][0];
        assertEquals(1.75, sum / p, 5 * Math.sqrt(variance / p));
    }

    @Test
    void selectedPatternsKeepTheirOrder() {
        PatternTable table = PatternTable.of(new double[][] {{1, 10}, {2, 20}, {3, 30}});
        PatternTable chosen = table.select(new int[] {2, 0});
        assertArrayEquals(new float[] {3, 1}, chosen.coordinate(0));
        assertArrayEquals(new float[] {30, 10}, chosen.coordinate(1));
    }

    @Test
    void noPatternsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PatternTable.allocate(0, 1));
        assertThrows(IllegalArgumentException.class, () -> PatternTable.allocate(1 << 30, 64));
    }
}
