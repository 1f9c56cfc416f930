package io.github.murmuration.study.selfconsistent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("analytic")
class FixedPointTest {

    private static final double[] FROM = {3.16};
    private static final double[] TO = {0.66};

    /**
     * Constant on 8 intervals the guidance that reproduces itself is 0.00482740 from the line (finite differences of m'' = beta (m - nu) on
     * 16000 cells, iterated), a little more than its mean map moves the line; linear guidance reproduces the line itself.
     */
    @ParameterizedTest
    @CsvSource({"PIECEWISE_CONSTANT, 0.00482740, 0.7", "PIECEWISE_LINEAR, 0, 0.7", "PIECEWISE_CONSTANT, 0.00482740, 1"})
    void everyGuessLandsWhereTheEquationsSay(GuidanceShape shape, double distance, double damping) {
        Scenario scenario = demandResponse(shape);
        double[] times = GuidancePoints.times(scenario.protocol());
        ExactMap map = new ExactMap(scenario, times);
        double[] solved = AffineMap.of(map, times.length, 1).fixedPoint();
        double[] line = AffineMap.flat(StartingGuess.LINEAR.points(times, FROM, TO));
        assertEquals(distance, largest(solved, line), 1e-7);
        for (StartingGuess guess : StartingGuess.values()) {
            double[][][] guesses = {guess.points(times, FROM, TO)};
            Iteration iteration = Iteration.of(map, guesses, damping, 1e-9, 100);
            assertTrue(iteration.count(0, 1e-9) >= 0, guess + " does not converge");
            assertEquals(0, largest(solved, AffineMap.flat(iteration.points()[0])), 1e-8, guess.toString());
        }
    }

    /** The residual falls by the largest eigenvalue of the damped map. */
    @ParameterizedTest
    @EnumSource(GuidanceShape.class)
    void theRateIsTheContractionFactor(GuidanceShape shape) {
        Scenario scenario = demandResponse(shape);
        double[] times = GuidancePoints.times(scenario.protocol());
        ExactMap map = new ExactMap(scenario, times);
        double[][][] guesses = {StartingGuess.CURVED.points(times, FROM, TO)};
        double contraction = AffineMap.of(map, times.length, 1).contraction(0.5);
        double rate = Iteration.of(map, guesses, 0.5, 1e-10, 200).rate(0, 1e-10);
        assertEquals(contraction, rate, 5e-3);
    }

    private static Scenario demandResponse(GuidanceShape shape) {
        Scenario scenario = TestScenarios.demandResponse(1, 100, 64, Scheme.EXACT);
        return scenario.toBuilder().protocol(scenario.protocol().with(shape)).build();
    }

    private static double largest(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
