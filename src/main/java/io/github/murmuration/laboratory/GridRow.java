package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.grid.CellLaw;
import io.github.murmuration.grid.Feedback;
import io.github.murmuration.grid.LawCost;
import io.github.murmuration.grid.LogDensity;
import io.github.murmuration.grid.PotentialGame;
import io.github.murmuration.grid.Refinement;
import io.github.murmuration.grid.Solution;
import io.github.murmuration.grid.ValueFunction;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.ScenarioException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A game in one coordinate that is solved on a grid. The particles' v is that of the grid, straight between at most 60 walls of its cells.
 */
final class GridRow implements Row {
    /** Of the coarsest grid of the monotone map. */
    private static final int CELLS = 350;

    /** A step has two ends. */
    private static final int KEPT = 2;

    private final PotentialGame game;
    private final Game own;
    private final Refinement refinement;
    private final Solution solution;
    private final CellLaw end;
    private final Feedback feedback;

    /** U at the times that were last asked for. */
    private final Map<Double, Moment> moments = latest();

    /** log rho at the times that were last asked for. */
    private final Map<Double, LogDensity> densities = latest();

    private static <T> Map<Double, T> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Double, T> eldest) {
                return size() > KEPT;
            }
        });
    }

    private record Moment(ValueFunction coarse, ValueFunction fine) {}

    /**
     * Without noise, drift and running cost: paths are straight.
     * @throws ScenarioException there is no solution
     */
    static GridRow transport(Game game, Law initial) {
        return of(game, initial, CELLS, 1, 1e-3);
    }

    /**
     * Put together by users.
     * @throws ScenarioException there is no solution, or no control of few pieces
     */
    static GridRow own(Game game, Law initial) {
        return of(game, initial, (int) game.number("cells"), (int) game.number("steps"), 1e-2);
    }

    private static GridRow of(Game game, Law initial, int cells, int steps, double accepted) {
        try {
            return new GridRow(game, initial, cells, steps, accepted);
        } catch (ArithmeticException e) {
            throw new ScenarioException("game", e.getMessage());
        }
    }

    /**
     * @param cells of the coarsest of three grids
     * @param steps of the same
     * @param accepted of what the particles' control misses of itself, e in the root mean square; it costs them e^2 of its cost more
     */
    private GridRow(Game own, Law initial, int cells, int steps, double accepted) {
        this.game = PotentialGames.of(own, initial).orElseThrow();
        this.own = own;
        this.refinement = new Refinement(game, cells, steps);
        this.solution = refinement.finest();
        this.end = solution.law(solution.steps());
        this.feedback = new Feedback(solution, accepted);
    }

    @Override
    public CustomModel particles() {
        return new FeedbackModel(own, solution, feedback).written();
    }

    private Refinement.Estimate cost() {
        return refinement.of(each -> each.costs().total());
    }

    @Override
    public double optimalCost() {
        return cost().value();
    }

    @Override
    public double optimalCostError() {
        return cost().error();
    }

    @Override
    public Optional<GaussianMixture> law(double t) {
        return Optional.empty();
    }

    @Override
    public Optional<LineMoments> moments() {
        return Optional.of(LineMoments.of(refinement, game.horizon()));
    }

    @Override
    public List<String> remarks() {
        StringBuilder costs = new StringBuilder();
        for (Solution each : refinement.solutions()) {
            costs.append(String.format(
                    Locale.ROOT,
                    "%.6g with %d cells and %d steps, ",
                    each.costs().total(),
                    each.cells(),
                    each.steps()));
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "on the grid the game costs %s%.6g for cells and steps of no size, give or take %.1e (order %.2f); %d steps of Newton's method leave a residual of %.1e",
                        costs,
                        cost().value(),
                        cost().error(),
                        cost().order(),
                        solution.iterations(),
                        solution.residual()),
                String.format(
                        Locale.ROOT,
                        "the particles' control is straight between %d places, and misses %.1e of the grid's in the root mean square",
                        feedback.knots(),
                        feedback.error()));
    }

    @Override
    public double terminalCost(double[] x) {
        double sum = game.terminalPotential().value(game.horizon(), x[0]);
        if (!game.terminal().isEmpty()) {
            double logDensity = end.logDensity(x[0]);
            for (LawCost cost : game.terminal()) {
                sum += cost.share(x[0], logDensity);
            }
        }
        return sum * game.discounted(game.horizon());
    }

    /** Of fisher (d log rho/dx)^2 the variation is -fisher (2 (log rho)'' + (log rho)'^2). */
    @Override
    public double variation(double[] x, double t) {
        if (!game.paysForLaw()) {
            return 0;
        }
        LogDensity density = densities.computeIfAbsent(t, time -> new LogDensity(solution, time));
        double score = density.score(x[0]);
        double sum = -2 * game.fisher() * (density.curvature(x[0]) + score * score);
        for (LawCost cost : game.running()) {
            sum += cost.variation(x[0], density.value(x[0])) - cost.share(x[0], density.value(x[0]));
        }
        return sum;
    }

    @Override
    public double discount() {
        return game.discount();
    }

    /** Without the error that has the second order, by the two finest grids; where paths are straight that of the finest has next to none. */
    @Override
    public double value(double[] x, double t) {
        Moment now = moments.computeIfAbsent(t, this::moment);
        double fine = now.fine().at(x[0]);
        return fine + (fine - now.coarse().at(x[0])) / 3;
    }

    private Moment moment(double t) {
        ValueFunction fine = new ValueFunction(solution, t);
        boolean straight = solution.steps() == 1;
        return new Moment(
                straight ? fine : new ValueFunction(refinement.solutions().get(1), t), fine);
    }
}
