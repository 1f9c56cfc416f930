package io.github.murmuration.sim;

import io.github.murmuration.laboratory.Row;
import io.github.murmuration.laboratory.Rows;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Scenario;
import java.util.Optional;

/** Mean-field games: solved, their particles are a model that is written down. */
final class GameProblem {

    private GameProblem() {}

    static Problem of(Scenario scenario) {
        Game game = (Game) scenario.dynamics();
        Row row = Rows.of(game, scenario.initial());
        Scenario solved =
                scenario.toBuilder().dynamics(game.with(row.particles())).build();
        return WrittenProblem.of(solved, Optional.of(row));
    }
}
