package io.github.murmuration.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every game satisfies its Hamilton-Jacobi-Bellman equation: the residual of a step falls with the first order of the step, at points and
 * times that have no relation to the game, and does not where its control is another one.
 */
@Tag("order")
class StepResidualTest {

    private static final double[][] POINTS = {{-1.3, 0.4}, {0.2, -0.7}, {1.9, 1.1}, {2.6, -1.8}};
    private static final double[] SHARES = {0.05, 0.33, 0.6, 0.85};

    private static Law gaussian(double x, double y, double deviation, double other) {
        return Law.gaussian(new double[] {x, y}, Covariance.standardDeviations(deviation, other));
    }

    private static Arguments game(Model model, Law initial, Law target, Map<String, Double> numbers) {
        return Arguments.of(model, initial, target, numbers);
    }

    static Stream<Arguments> games() {
        Law start = gaussian(0.3, -0.5, 1.1, 0.7);
        Law target = gaussian(1.5, 1, 0.6, 0.9);
        return Stream.of(
                game(
                        Model.SCORE_BASED,
                        null,
                        ClosedFormsTest.planar(),
                        Map.of("horizon", 2.0, "noise", 0.8, "pull", 0.7)),
                game(
                        Model.PROBABILITY_FLOW,
                        null,
                        ClosedFormsTest.planar(),
                        Map.of("horizon", 2.0, "noise", 0.8, "pull", 0.7)),
                game(
                        Model.CROSS_ENTROPY_TRANSPORT,
                        null,
                        ClosedFormsTest.planar(),
                        Map.of("horizon", 2.0, "noise", 1.2)),
                game(Model.SCHROEDINGER_BRIDGE, start, target, Map.of("horizon", 1.7, "noise", 0.8)),
                game(Model.GRADIENT_FLOW, start, target, Map.of("horizon", 0.6)),
                game(Model.ATTRACTION_FLOW, ClosedFormsTest.planar(), null, Map.of("horizon", 0.6, "strength", 1.5)),
                game(Model.RELAXED_GRADIENT_FLOW, start, target, Map.of("horizon", 0.8, "epsilon", 0.3)),
                game(Model.STOCHASTIC_OT_FLOW, start, target, Map.of("horizon", 0.8, "noise", 0.7)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theResidualFallsWithTheStep(Model model, Law initial, Law target, Map<String, Double> numbers) {
        Game game = new Game(model, target, numbers);
        Row row = Rows.of(game, initial == null ? game.noised(game.horizon()) : initial);
        double coarse = residual(row, row.particles(), game.horizon(), 1e-2);
        double fine = residual(row, row.particles(), game.horizon(), 5e-3);
        assertTrue(fine < 0.2, () -> "residual " + fine);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.2);
    }

    /** Straight paths at one speed: Euler steps are exact, and so is what they cost. */
    @Test
    void transportHasNoResidual() {
        Law start = gaussian(0.3, -0.5, 1.1, 0.7);
        Law target = gaussian(1.5, 1, 0.6, 0.9);
        Row row = Rows.of(new Game(Model.OT_FLOW, target, Map.of("horizon", 0.8)), start);
        assertEquals(0, residual(row, row.particles(), 0.8, 1e-2), 1e-11);
    }

    /** Every agent is moved to the side besides, at a cost that stays as it was. */
    @ParameterizedTest
    @MethodSource("games")
    void theResidualOfAnotherDriftDoesNot(Model model, Law initial, Law target, Map<String, Double> numbers) {
        Game game = new Game(model, target, numbers);
        Row row = Rows.of(game, initial == null ? game.noised(game.horizon()) : initial);
        CustomModel right = row.particles();
        Map<String, Expression> drift = new LinkedHashMap<>(right.drift());
        drift.computeIfPresent("x", (x, b) -> new Expression.Apply(Function.ADD, b, new Expression.Literal(0.3)));
        CustomModel wrong = new CustomModel(
                right.state(),
                right.marks(),
                right.parameters(),
                right.means(),
                right.pairs(),
                right.partners(),
                right.sources(),
                drift,
                right.noise(),
                right.commonNoise(),
                right.boundary(),
                right.cost(),
                right.observe(),
                right.horizon());
        double coarse = residual(row, wrong, game.horizon(), 1e-2);
        double fine = residual(row, wrong, game.horizon(), 5e-3);
        assertTrue(fine > 0.7 * coarse, () -> "from " + coarse + " to " + fine);
    }

    /** Root mean square over the points and times. */
    private static double residual(Row row, CustomModel model, double horizon, double share) {
        StepResidual residual = new StepResidual(new WrittenParticles(row, model));
        double sum = 0;
        for (double[] x : POINTS) {
            for (double t : SHARES) {
                double r = residual.at(x, t * horizon, share * horizon);
                sum += r * r;
            }
        }
        return Math.sqrt(sum / POINTS.length / SHARES.length);
    }
}
