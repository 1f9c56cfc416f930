package io.github.murmuration.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.expression.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffusionTest {

    static Stream<Diffusion> diffusions() {
        return Stream.of(
                VariancePreserving.ofUnitRate(6),
                new VariancePreserving(0.1, 20, 1),
                new VariancePreserving(3, 0.5, 2),
                new OrnsteinUhlenbeck(2, 0.7, 1),
                new OrnsteinUhlenbeck(0, 1.3, 1),
                new VarianceExploding(0.01, 500));
    }

    @ParameterizedTest
    @MethodSource("diffusions")
    void expressionsAreTheFormulas(Diffusion diffusion) {
        for (double u : new double[] {0.001, 0.3, 1}) {
            Map<String, Double> values = new HashMap<>(Map.of("u", u));
            diffusion.parameters().forEach((name, text) -> values.put(name, value(text, values)));
            assertEquals(diffusion.rate(u), values.get("beta"), 1e-12 * diffusion.rate(u));
            assertEquals(diffusion.scale(u), values.get("a"), 1e-14);
            // 1 - a^2 of a number near 1
            assertEquals(diffusion.variance(u), values.get("s2"), 1e-15 + 1e-10 * diffusion.variance(u));
        }
    }

    /** a' = -pull beta a and (s^2)' = beta (1 - 2 pull s^2), by central differences: errors of third order in 1e-4. */
    @ParameterizedTest
    @MethodSource("diffusions")
    void formulasSolveTheForwardEquation(Diffusion diffusion) {
        double h = 1e-4;
        for (double u : new double[] {0.1, 0.4, 0.9}) {
            double beta = diffusion.rate(u);
            double slope = (diffusion.scale(u + h) - diffusion.scale(u - h)) / (2 * h);
            assertEquals(-diffusion.pull() * beta * diffusion.scale(u), slope, 1e-6 * beta);
            double gain = (diffusion.variance(u + h) - diffusion.variance(u - h)) / (2 * h);
            assertEquals(beta * (1 - 2 * diffusion.pull() * diffusion.variance(u)), gain, 1e-6 * beta);
        }
    }

    @ParameterizedTest
    @MethodSource("diffusions")
    void noiseOnTheWayAddsUp(Diffusion diffusion) {
        double kept = diffusion.scale(0.2, 0.7);
        assertEquals(diffusion.scale(0.7), kept * diffusion.scale(0.2), 1e-14);
        double gained = diffusion.variance(0.2, 0.7);
        assertEquals(diffusion.variance(0.7), kept * kept * diffusion.variance(0.2) + gained, 1e-12);
    }

    @Test
    void clocksStepFromOneNoiseToTheOther() {
        for (Clock clock :
                new Clock[] {new Clock(6, 0, 10, false), new Clock(6, 0, 10, true), new Clock(4, 1, 7, true)}) {
            double h = clock.span() / clock.steps();
            double u = clock.from();
            for (int k = 0; k < clock.steps(); k++) {
                Map<String, Double> time = Map.of("t", clock.time(k));
                assertEquals(u, clock.at(k), 1e-12);
                assertEquals(u, value(clock.noise(), time), 1e-12);
                u -= h * value(clock.speed(), time);
            }
            assertEquals(clock.to(), u, 1e-12);
        }
    }

    /** (1 - 0.3)^2 of 10. */
    @Test
    void quadraticClocksSlowDownTowardsZero() {
        assertEquals(4.9, new Clock(10, 0, 10, true).at(3), 1e-12);
    }

    /** Step 3 of 10 is at time 3 of 10, where u is 4.9 or 7. */
    @Test
    void timesOfLevelsAreThoseOfTheSteps() {
        assertEquals(3, new Clock(10, 0, 10, true).timeAt(4.9), 1e-12);
        assertEquals(3, new Clock(10, 0, 10, false).timeAt(7), 1e-12);
    }

    @Test
    void tablesAreStraightBetweenLevels() {
        Score.Table table = new Score.Table(new double[] {1, 2, 4}, new double[] {10, 20, 0});
        double[] levels = {0, 1, 1.25, 2, 3, 4, 9};
        double[] values = {10, 10, 12.5, 20, 10, 0, 0};
        for (int i = 0; i < levels.length; i++) {
            assertEquals(values[i], table.at(levels[i]), 1e-12);
        }
    }

    /** e^-8 = 3.35e-4 where T = 8 + ln N and beta = 1. */
    @Test
    void aHorizonIsLongEnoughForMorePointsWhereItGrowsWithTheirLogarithm() {
        double horizon = 8 + Math.log(100);
        assertEquals(Math.exp(-8), VariancePreserving.ofUnitRate(horizon).memory(100, horizon), 1e-6);
    }

    private static double value(String text, Map<String, Double> values) {
        Set<String> names = values.keySet();
        return Parser.parse(text, names).value(values::get);
    }
}
