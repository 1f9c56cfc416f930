package io.github.murmuration.laboratory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Optimal costs and laws of games, against numbers that were worked out by independent programs: entropies and costs by quadrature,
 * two-point problems by shooting.
 */
@Tag("analytic")
class ClosedFormsTest {

    /** N(0, 1) to N(2, 1/4) over T = 1, the data of relaxed gradient flows and transport. */
    private static final Law START = gaussian(0, 1);

    private static final Law TARGET = gaussian(2, 0.5);

    private static Law gaussian(double mean, double deviation) {
        return Law.gaussian(new double[] {mean}, Covariance.standardDeviations(deviation));
    }

    private static Row row(Model model, Law initial, Law target, Map<String, Double> numbers) {
        return Rows.of(new Game(model, target, numbers), initial);
    }

    private static double mean(Row row, double t) {
        return row.law(t).orElseThrow().mean()[0];
    }

    private static double deviation(Row row, double t) {
        return Math.sqrt(row.law(t).orElseThrow().covariance()[0][0]);
    }

    static Law planar() {
        return Law.mixture(
                new double[] {0.5, 0.3, 0.2},
                new double[][] {{-2, 0}, {2, 1}, {0, -2}},
                Covariance.isotropic(2, 0.3),
                Covariance.isotropic(2, 0.4),
                Covariance.isotropic(2, 0.2));
    }

    /** The entropy of eta_T, and half of it. */
    @Test
    void reversedNoiseCostsTheEntropyOfTheNoisedTarget() {
        Map<String, Double> numbers = Map.of("horizon", 3.0, "noise", 1.0, "pull", 0.5);
        Game game = new Game(Model.SCORE_BASED, planar(), numbers);
        Law noised = game.noised(3);
        assertEquals(2.893, Rows.of(game, noised).optimalCost(), 5e-4);
        Row flow = row(Model.PROBABILITY_FLOW, noised, planar(), numbers);
        assertEquals(1.446, flow.optimalCost(), 6e-4);
        double[][] reached = flow.law(3).orElseThrow().covariance();
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(GaussianMixture.of(planar()).covariance()[i], reached[i], 1e-12);
        }
    }

    /** Of a Gaussian it is log(2 pi e (c + sigma^2 T))/2. */
    @Test
    void transportToACrossEntropyCostsTheEntropyOfAGaussian() {
        Map<String, Double> numbers = Map.of("horizon", 2.0, "noise", 0.5);
        Game game = new Game(Model.CROSS_ENTROPY_TRANSPORT, TARGET, numbers);
        double expected = 0.5 * Math.log(2 * Math.PI * Math.E * (0.25 + 0.5));
        assertEquals(expected, Rows.of(game, game.noised(2)).optimalCost(), 1e-12);
    }

    @Test
    void bridgesHaveTheirClosedForm() {
        Row row =
                row(Model.SCHROEDINGER_BRIDGE, gaussian(0, 1), gaussian(3, 0.5), Map.of("horizon", 1.0, "noise", 1.0));
        assertEquals(5.205154, row.optimalCost(), 5e-7);
        assertEquals(0.666053, row.law(0.5).orElseThrow().covariance()[0][0], 5e-7);
        assertEquals(3, mean(row, 1), 1e-12);
        assertEquals(0.5, deviation(row, 1), 1e-12);
    }

    @Test
    void gradientFlowsDecayToTheirTarget() {
        Row row = row(Model.GRADIENT_FLOW, START, TARGET, Map.of("horizon", 1.0));
        assertEquals(1.264241, mean(row, 0.25), 5e-7);
        assertEquals(0.592876, deviation(row, 0.25), 5e-7);
        assertEquals(1.963369, mean(row, 1), 5e-7);
        assertEquals(0.500252, deviation(row, 1), 5e-7);
        assertEquals(8 + 2 - 0.5 - 0.5 * Math.log(4), row.optimalCost(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1.236441, .602387, 1.957569, .500417", "1, .661190, .792322, 1.734725, .527259"})
    void relaxedGradientFlowsSolveTheirTwoPointProblem(
            double epsilon, double meanInside, double deviationInside, double mean, double deviation) {
        Row row = row(Model.RELAXED_GRADIENT_FLOW, START, TARGET, Map.of("horizon", 1.0, "epsilon", epsilon));
        assertEquals(meanInside, mean(row, 0.25), 1.5e-6);
        assertEquals(deviationInside, deviation(row, 0.25), 1.5e-6);
        assertEquals(mean, mean(row, 1), 1.5e-6);
        assertEquals(deviation, deviation(row, 1), 1.5e-6);
    }

    /** Costs by shooting backwards from the end, Runge-Kutta steps of fourth order and Simpson's rule. */
    @ParameterizedTest
    @CsvSource({"0.3, 5.1144643", "1, 3.4433584", "10, 1.9578404"})
    void relaxedGradientFlowsCostTheLeast(double epsilon, double cost) {
        Row row = row(Model.RELAXED_GRADIENT_FLOW, START, TARGET, Map.of("horizon", 1.0, "epsilon", epsilon));
        assertEquals(cost, row.optimalCost(), 2e-6);
    }

    /** Costs by quadrature of p^2 S over time, p and S checked against their differential equation. */
    @ParameterizedTest
    @CsvSource({"0.7, 1.8907959, 0.3819646", "1, 2.1378539, 0.4696663"})
    void noiseMakesTransportDearer(double noise, double cost, double variance) {
        Row row = row(Model.STOCHASTIC_OT_FLOW, START, TARGET, Map.of("horizon", 1.0, "noise", noise));
        assertEquals(cost, row.optimalCost(), 1e-7);
        assertEquals(variance, row.law(1).orElseThrow().covariance()[0][0], 1e-7);
        assertEquals(
                1.7106589,
                row(Model.OT_FLOW, START, TARGET, Map.of("horizon", 1.0)).optimalCost(),
                1e-7);
    }

    /** The cost by quadrature of the drift's square. */
    @Test
    void bridgesOfOtherNoiseAndDurationToo() {
        Law start = gaussian(-1, Math.sqrt(0.3));
        Row row = row(
                Model.SCHROEDINGER_BRIDGE, start, gaussian(0.5, Math.sqrt(2)), Map.of("horizon", 1.7, "noise", 0.7));
        assertEquals(1.45836005, row.optimalCost(), 1e-8);
    }

    /** They tend to transport: to the same law and the same cost, but for O(1/epsilon). */
    @Test
    void relaxedGradientFlowsTendToTransport() {
        Row transport = row(Model.OT_FLOW, START, TARGET, Map.of("horizon", 1.0));
        Row relaxed = row(Model.RELAXED_GRADIENT_FLOW, START, TARGET, Map.of("horizon", 1.0, "epsilon", 1e6));
        assertEquals(transport.optimalCost(), relaxed.optimalCost(), 1e-4);
        assertEquals(mean(transport, 1), mean(relaxed, 1), 1e-5);
        assertEquals(transport.value(new double[] {0.7}, 0.3), relaxed.value(new double[] {0.7}, 0.3), 1e-4);
    }

    @Test
    void transportStopsShortOfItsTarget() {
        Row row = row(Model.OT_FLOW, START, TARGET, Map.of("horizon", 1.0));
        assertEquals(1.6, mean(row, 1), 1e-12);
        assertEquals(0.558258, deviation(row, 1), 5e-7);
        assertEquals(0.311652, row.law(1).orElseThrow().covariance()[0][0], 5e-7);
        Row same = row(Model.OT_BOLTZMANN, START, TARGET, Map.of("horizon", 1.0, "lambda", 0.0));
        assertEquals(row.optimalCost(), same.optimalCost());
        Row noisy = row(Model.STOCHASTIC_OT_FLOW, START, TARGET, Map.of("horizon", 1.0, "noise", 1.0));
        assertEquals(0.469666, noisy.law(1).orElseThrow().covariance()[0][0], 5e-7);
    }

    /** k = 3 over 0.4: variances fall by e^(-2.4), and the cost is (k/2) tr Cov. */
    @Test
    void attractionDrawsAnyLawTogether() {
        Row row = row(Model.ATTRACTION_FLOW, planar(), null, Map.of("horizon", 0.4, "strength", 3.0));
        double[][] before = GaussianMixture.of(planar()).covariance();
        double[][] after = row.law(0.4).orElseThrow().covariance();
        assertEquals(before[0][0] * Math.exp(-2.4), after[0][0], 1e-12);
        assertEquals(before[0][1] * Math.exp(-2.4), after[0][1], 1e-12);
        assertEquals(1.5 * (before[0][0] + before[1][1]), row.optimalCost(), 1e-12);
    }

    /** 2 within a time of 1 takes a speed of 2: at a limit of 3 any rest up to a third costs nothing, at 1.5 half of the way is missing. */
    @Test
    void normalizingFlowsHaveManyOptimaOrGoAtTheirLimit() {
        Law target = gaussian(2, 1);
        for (double rest : new double[] {0, 0.25, 0.9}) {
            Row row = row(
                    Model.NORMALIZING_FLOW, START, target, Map.of("horizon", 1.0, "speed-limit", 3.0, "rest", rest));
            assertEquals(0, row.optimalCost(), 1e-15);
        }
        Row slow = row(Model.NORMALIZING_FLOW, START, target, Map.of("horizon", 1.0, "speed-limit", 1.5, "rest", 0.5));
        assertEquals(0.125, slow.optimalCost(), 1e-12);
        assertEquals(1.5, mean(slow, 1), 1e-12);
    }
}
