package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Parser;
import io.github.murmuration.grid.Divergence;
import io.github.murmuration.grid.Field;
import io.github.murmuration.grid.LineLaw;
import io.github.murmuration.grid.Motion;
import io.github.murmuration.grid.PotentialGame;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Games of one coordinate in the form that a grid solves: dX = (f + gain v) dt + sigma dW at the costs of their models. */
public final class PotentialGames {
    private final Game game;
    private final LineLaw initial;

    private PotentialGames(Game game, Law initial) {
        this.game = game;
        this.initial = new LineLaw(GaussianMixture.of(initial));
    }

    /**
     * @param initial of one coordinate
     * @return empty where the end is given, or the control is not that of a potential game
     */
    public static Optional<PotentialGame> of(Game game, Law initial) {
        PotentialGames games = new PotentialGames(game, initial);
        return switch (game.model()) {
            case SCORE_BASED, CROSS_ENTROPY_TRANSPORT, PROBABILITY_FLOW -> Optional.of(games.reversal());
            case RELAXED_GRADIENT_FLOW -> Optional.of(games.relaxed());
            case OT_FLOW -> Optional.of(games.transport(0, Divergence.reverse(games.target())));
            case OT_BOLTZMANN ->
                Optional.of(games.transport(0, Divergence.mixed(games.target(), game.number("lambda"))));
            case STOCHASTIC_OT_FLOW ->
                Optional.of(games.transport(game.number("noise"), Divergence.reverse(games.target())));
            case GAME -> Optional.of(games.own());
            default -> Optional.empty();
        };
    }

    private LineLaw target() {
        return new LineLaw(GaussianMixture.of(game.target().orElseThrow()));
    }

    private PotentialGame transport(double noise, Divergence terminal) {
        return PotentialGame.transport(initial, game.horizon(), noise, terminal);
    }

    private PotentialGame relaxed() {
        return PotentialGame.relaxedGradientFlow(initial, game.horizon(), game.number("epsilon"), target());
    }

    /** f = theta x, sigma v; without noise half of the cross-entropy and of div f, and the Fisher information. */
    private PotentialGame reversal() {
        boolean noisy = game.model() != Model.PROBABILITY_FLOW;
        double share = noisy ? 1 : 0.5;
        double sigma = game.number("noise");
        double theta = game.numbers().getOrDefault("pull", 0.0);
        return new PotentialGame(
                initial,
                game.horizon(),
                Motion.of(
                        Parser.parse("(" + theta + ")*x", Set.of("x")),
                        new Expression.Literal(sigma),
                        new Expression.Literal(noisy ? sigma : 0)),
                Field.of(new Expression.Literal(-share * theta), "x"),
                noisy ? 0 : sigma * sigma / 8,
                0,
                List.of(),
                List.of(new Divergence(target(), 0, 0, share)),
                Field.ZERO,
                Optional.empty());
    }

    private PotentialGame own() {
        return new PotentialGame(
                initial,
                game.horizon(),
                Motion.of(game.term("drift"), game.term("gain"), game.term("noise")),
                field("running"),
                game.number("fisher"),
                game.number("discount"),
                LawCosts.of(game, "running-").all(),
                LawCosts.of(game, "").all(),
                field("terminal"),
                game.number("bridge") == 1 ? Optional.of(target()) : Optional.empty());
    }

    private Field field(String name) {
        return Field.of(game.term(name), "x");
    }
}
