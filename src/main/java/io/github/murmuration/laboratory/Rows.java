package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.ScenarioException;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;

/** The rows of the laboratory, by their models. */
public final class Rows {

    private final Game game;
    private final Law initial;

    private Rows(Game game, Law initial) {
        this.game = game;
        this.initial = initial;
    }

    /**
     * @throws ScenarioException the game has no solution here.
     * @throws ArithmeticException double precision does not solve it
     */
    public static Row of(Game game, Law initial) {
        try {
            return new Rows(game, initial).row();
        } catch (MathRuntimeException e) {
            throw new ArithmeticException("the game has no solution");
        }
    }

    private Row row() {
        return switch (game.model()) {
            case SCORE_BASED, PROBABILITY_FLOW, CROSS_ENTROPY_TRANSPORT -> new NoiseReversal(game, initial);
            case SCHROEDINGER_BRIDGE ->
                coordinates((start, end) -> new BridgeCoordinate(start, end, game.number("noise"), game.horizon()));
            case GRADIENT_FLOW -> coordinates((start, target) -> new GradientCoordinate(start, target, game.horizon()));
            case ATTRACTION_FLOW ->
                new AttractionFlow(GaussianMixture.of(initial), game.number("strength"), game.horizon());
            case RELAXED_GRADIENT_FLOW -> relaxed(game.number("epsilon"));
            case OT_FLOW -> coordinates((start, target) -> new TransportCoordinate(start, target, 0, game.horizon()));
            case OT_BOLTZMANN -> boltzmann(game.number("lambda"));
            case STOCHASTIC_OT_FLOW ->
                coordinates((start, target) ->
                        new TransportCoordinate(start, target, game.number("noise"), game.horizon()));
            case NORMALIZING_FLOW -> translation();
            case GAME -> GridRow.own(game, initial);
            default -> throw new IllegalArgumentException("model " + game.model() + " is no game");
        };
    }

    /** How a game of one coordinate is solved. */
    private interface Kind {
        Coordinate of(Normal start, Normal target);
    }

    private Row coordinates(Kind kind) {
        return coordinates(kind, 0);
    }

    private Row coordinates(Kind kind, double discount) {
        GaussianMixture start = GaussianMixture.of(initial);
        GaussianMixture target = GaussianMixture.of(game.target().orElseThrow());
        List<Coordinate> all = new ArrayList<>();
        for (int j = 0; j < start.dimension(); j++) {
            all.add(kind.of(normal(start, j), normal(target, j)));
        }
        return new Coordinates(all, game.horizon(), discount);
    }

    private static Normal normal(GaussianMixture law, int j) {
        return new Normal(law.means()[0][j], law.variances()[0][j]);
    }

    private Row relaxed(double epsilon) {
        double least = 1e-3 * game.horizon();
        if (epsilon < least) {
            throw ScenarioException.refused(
                    "game.epsilon",
                    epsilon,
                    "at least " + least + ", a thousandth of the horizon; below it, take model gradient-flow");
        }
        return coordinates(
                (start, target) -> new RelaxedCoordinate(start, target, epsilon, game.horizon()), 1 / epsilon);
    }

    /** lambda KL(pi || rho) + (1 - lambda) KL(rho || pi). */
    private Row boltzmann(double lambda) {
        if (lambda > 0 && initial.dimension() > 1) {
            throw ScenarioException.refused(
                    "game.lambda", lambda, "0 in more than one coordinate; above it, give laws of one");
        }
        if (lambda > 0) {
            return GridRow.transport(game, initial);
        }
        return coordinates((start, target) -> new TransportCoordinate(start, target, 0, game.horizon()));
    }

    /** The whole displacement at one speed, after which agents rest; at the limit of the speed where that is lower. */
    private Row translation() {
        GaussianMixture start = GaussianMixture.of(initial);
        GaussianMixture target = GaussianMixture.of(game.target().orElseThrow());
        double distance = 0;
        for (int j = 0; j < start.dimension(); j++) {
            double variance = start.variances()[0][j];
            if (Math.abs(variance - target.variances()[0][j]) > 1e-12 * variance) {
                throw new ScenarioException(
                        "target", "its standard deviations differ from those of initial; give the same");
            }
            distance = Math.hypot(distance, target.means()[0][j] - start.means()[0][j]);
        }
        double horizon = game.horizon();
        double moving = Math.max(horizon * (1 - game.number("rest")), distance / game.number("speed-limit"));
        return coordinates((from, to) -> new TranslationCoordinate(
                from, to, (to.mean() - from.mean()) / moving, Math.min(moving, horizon), horizon));
    }
}
