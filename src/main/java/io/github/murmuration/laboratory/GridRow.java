package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.grid.Divergence;
import io.github.murmuration.grid.Feedback;
import io.github.murmuration.grid.LineLaw;
import io.github.murmuration.grid.PotentialGame;
import io.github.murmuration.grid.Refinement;
import io.github.murmuration.grid.Solution;
import io.github.murmuration.grid.ValueFunction;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A game in one coordinate without closed form, solved on a grid: dx = v dt at the cost v^2/2 and lambda KL(pi | rho_T) + (1 - lambda) KL(rho_T | pi).
 * The particles' v is that of the grid, straight between at most 60 walls of its cells, of which it misses a thousandth in the root mean square.
 */
final class GridRow implements Row {
    private static final int CELLS = 350;
    private static final double TOLERANCE = 1e-3;

    private final double horizon;
    private final Divergence terminal;
    private final Solution solution;

    /** U at the time that was last asked for. */
    private volatile Moment last;

    private record Moment(double t, ValueFunction value) {}

    /** @throws ArithmeticException no solution was found */
    GridRow(GaussianMixture start, GaussianMixture target, double lambda, double horizon) {
        this.horizon = horizon;
        this.terminal = Divergence.mixed(new LineLaw(target), lambda);
        PotentialGame game = PotentialGame.transport(new LineLaw(start), horizon, 0, terminal);
        this.solution = new Refinement(game, CELLS, 1).finest();
        this.last = moment(0);
    }

    /** Agents go straight at speeds of their own: v = v_0 + sum of (v_j+1 - v_j) times the share of the way from wall j to wall j + 1 that x has gone. */
    @Override
    public CustomModel particles() {
        Feedback feedback = new Feedback(solution, TOLERANCE);
        CustomModelBuilder model = CustomModel.builder().state("x").horizon(horizon);
        StringBuilder control = new StringBuilder("v0");
        for (int j = 0; j < feedback.knots(); j++) {
            double from = feedback.place(j, 0);
            double to = feedback.place(j, solution.steps());
            model.parameter("x" + j, new Parameter.Ramp(List.of(0.0, horizon), List.of(from, to)));
            model.parameter("v" + j, (to - from) / horizon);
            if (j > 0) {
                int i = j - 1;
                control.append(String.format(
                        Locale.ROOT, " + (v%d - v%d)*min(1, max(0, (x - x%d)/(x%d - x%d)))", j, i, i, j, i));
            }
        }
        return model.drift("x", control.toString())
                .cost("0.5*(" + control + ")^2")
                .build();
    }

    @Override
    public double optimalCost() {
        return solution.costs().total();
    }

    @Override
    public Optional<GaussianMixture> law(double t) {
        return Optional.empty();
    }

    @Override
    public double terminalCost(double[] x) {
        return terminal.share(x[0], solution.logDensity(x[0]));
    }

    @Override
    public double value(double[] x, double t) {
        Moment now = last.t() == t ? last : moment(t);
        last = now;
        return now.value().at(x[0]);
    }

    private Moment moment(double t) {
        return new Moment(t, new ValueFunction(solution, t));
    }
}
