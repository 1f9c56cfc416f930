package io.github.murmuration.cloud.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudLaw;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.crew.Crew;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EnergyTestTest {

    private static final int PERMUTATIONS = 199;
    private static final Crew<Object> CREW = Crew.of(1);

    /**
     * X = {0, 1}, Y = {3, 4}: means 3, 1/2 and 1/2, so 1 (6 - 1). Of the six ways to choose two of the four, {0, 1} and {3, 4} have the
     * most: p tends to 1/3.
     */
    @Test
    @Tag("statistical")
    void byHand() {
        Cloud x = new Cloud(new double[][] {{0}, {1}});
        Cloud y = new Cloud(new double[][] {{3}, {4}});
        EnergyTest test = EnergyTest.ofPoints(x, y, 20_000, 1, CREW);
        assertEquals(5, test.statistic(), 1e-12);
        // 4.5 standard errors.
        assertEquals(1.0 / 3, test.pValue(), 4.5 * Math.sqrt(2.0 / 9 / 20_000));
    }

    @Test
    void theLeastValueIsThatOfTheObservedOrderAlone() {
        EnergyTest test = EnergyTest.ofPoints(cloud(0, 0, 30), cloud(5, 1, 30), PERMUTATIONS, 1, CREW);
        assertEquals(1.0 / 200, test.pValue());
        assertEquals(PERMUTATIONS, test.permutations());
    }

    /** Uniform under one law: 300 tests, 4.5 standard errors of the share below 1/4, and of the mean (variance 1/12). */
    @Test
    @Tag("statistical")
    void valuesAreUniformUnderOneLaw() {
        double[] values = IntStream.range(0, 300)
                .mapToDouble(k -> EnergyTest.ofPoints(cloud(0, 2 * k, 8), cloud(0, 2 * k + 1, 12), 79, k, CREW)
                        .pValue())
                .toArray();
        assertEquals(0.5, Arrays.stream(values).average().orElseThrow(), 4.5 / Math.sqrt(12 * 300) + 1.0 / 160);
        double share = Arrays.stream(values).filter(p -> p <= 0.25).count() / 300.0;
        assertEquals(0.25, share, 4.5 * Math.sqrt(0.25 * 0.75 / 300));
    }

    /** Clouds with and without a centre in common have the same points one by one, N(0, 1); as clouds they differ. */
    @Test
    @Tag("statistical")
    void cloudsWithACentreInCommonAreToldFromIndependentPoints() {
        List<Cloud> common = clouds(new ExchangeableGaussian(0, 0.5, 0.5, 1), 0);
        List<Cloud> independent = clouds(new ExchangeableGaussian(0, 0, 1, 1), 40);
        List<Cloud> again = clouds(new ExchangeableGaussian(0, 0.5, 0.5, 1), 80);
        assertEquals(
                1.0 / 200,
                EnergyTest.ofClouds(common, independent, EarthMover::exact, PERMUTATIONS, 1, CREW)
                        .pValue());
        // False alarm 1/200, and the seed is fixed.
        assertTrue(EnergyTest.ofClouds(common, again, EarthMover::exact, PERMUTATIONS, 1, CREW)
                        .pValue()
                > 1.0 / 200);
    }

    @Test
    void threadsDoNotChangeIt() {
        try (Crew<Object> two = Crew.of(2)) {
            assertEquals(
                    EnergyTest.ofPoints(cloud(0, 0, 20), cloud(0.5, 1, 20), PERMUTATIONS, 1, CREW),
                    EnergyTest.ofPoints(cloud(0, 0, 20), cloud(0.5, 1, 20), PERMUTATIONS, 1, two));
        }
    }

    private static Cloud cloud(double mean, int item, int points) {
        return new ExchangeableGaussian(mean, 0, 1, 2).draw(points, 5, item);
    }

    private static List<Cloud> clouds(CloudLaw law, int from) {
        return IntStream.range(from, from + 40)
                .mapToObj(item -> law.draw(40, 5, item))
                .toList();
    }
}
