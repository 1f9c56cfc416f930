package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.grid.CellLaw;
import io.github.murmuration.grid.Cells;
import io.github.murmuration.grid.GradientFlow;
import io.github.murmuration.grid.LineLaw;
import io.github.murmuration.grid.PotentialGame;
import io.github.murmuration.grid.Refinement;
import io.github.murmuration.grid.SchroedingerSystem;
import io.github.murmuration.grid.Solution;
import io.github.murmuration.laboratory.PotentialGames;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.laboratory.Rows;
import io.github.murmuration.scenario.Covariance;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Rows of the laboratory solved a second time, on a grid. */
record GridChecks(List<GridCheck> all) {

    /** Bundled scenarios of potential games with a closed form. */
    private static final List<String> GAMES = List.of(
            "score-based",
            "probability-flow",
            "cross-entropy-transport",
            "relaxed-gradient-flow",
            "ot-flow",
            "stochastic-ot-flow");

    /** Of the coarsest of three grids. */
    private static final int CELLS = 160;

    private static final int STEPS = 8;

    /** Of the coarsest of three grids that do not move. */
    private static final int FIXED = 100;

    static GridChecks computed() {
        List<GridCheck> all = new ArrayList<>();
        GAMES.forEach(name -> all.addAll(game(name)));
        all.addAll(bridge("schroedinger-bridge"));
        all.addAll(flow("gradient-flow"));
        return new GridChecks(all);
    }

    /** A game and where it starts. */
    private record Case(Game game, Law initial) {

        /** The bundled one; where its laws are in a plane, that of the target N(2, 1/4), with the horizon 1 and the noise 1. */
        static Case bundled(String name) {
            Scenario scenario = ScenarioReader.read(name).scenario();
            Game game = (Game) scenario.dynamics();
            if (scenario.dimension() == 1) {
                return new Case(game, scenario.initial());
            }
            Law target = Law.gaussian(new double[] {2}, Covariance.standardDeviations(0.5));
            Map<String, Double> numbers = new HashMap<>(game.numbers());
            numbers.put("horizon", 1.0);
            numbers.put("noise", 1.0);
            Game onTheLine = new Game(game.model(), target, numbers);
            return new Case(onTheLine, onTheLine.noised(onTheLine.horizon()));
        }

        Row row() {
            return Rows.of(game, initial);
        }

        LineLaw start() {
            return new LineLaw(GaussianMixture.of(initial));
        }

        LineLaw target() {
            return new LineLaw(GaussianMixture.of(game.target().orElseThrow()));
        }
    }

    private static List<GridCheck> game(String name) {
        Case one = Case.bundled(name);
        PotentialGame game = PotentialGames.of(one.game(), one.initial()).orElseThrow();
        Refinement grids = new Refinement(game, CELLS, STEPS);
        GaussianMixture end = one.row().law(one.game().horizon()).orElseThrow();
        return List.of(
                GridCheck.of(
                        name,
                        "J",
                        one.row().optimalCost(),
                        grids.of(grid -> grid.costs().total())),
                GridCheck.of(name, "mean at T", end.mean()[0], grids.of(last(CellLaw::mean))),
                GridCheck.of(name, "variance at T", end.covariance()[0][0], grids.of(last(CellLaw::variance))));
    }

    private static ToDoubleFunction<Solution> last(ToDoubleFunction<CellLaw> moment) {
        return solution -> moment.applyAsDouble(solution.law(solution.steps()));
    }

    private static List<GridCheck> bridge(String name) {
        Case one = Case.bundled(name);
        double horizon = one.game().horizon();
        double noise = one.game().number("noise");
        record Bridge(Cells cells, SchroedingerSystem system) {}
        List<Bridge> bridges = fixed(
                one,
                cells -> new Bridge(cells, new SchroedingerSystem(cells, one.start(), one.target(), noise, horizon)));
        return List.of(
                check(
                        name,
                        "J",
                        one.row().optimalCost(),
                        bridges,
                        it -> it.system().cost()),
                check(
                        name,
                        "variance at T/2",
                        variance(one, horizon / 2),
                        bridges,
                        it -> it.cells().variance(it.system().middle())));
    }

    private static List<GridCheck> flow(String name) {
        Case one = Case.bundled(name);
        double t = one.game().horizon() / 4;
        record Flow(Cells cells, double[] masses) {}
        List<Flow> flows = fixed(
                one,
                cells -> new Flow(
                        cells,
                        GradientFlow.masses(cells, one.start(), one.target(), t, 1)
                                .get(1)));
        return List.of(
                check(name, "mean at T/4", mean(one, t), flows, it -> it.cells().mean(it.masses())),
                check(
                        name,
                        "variance at T/4",
                        variance(one, t),
                        flows,
                        it -> it.cells().variance(it.masses())));
    }

    /** On three numbers of cells. */
    private static <T> List<T> fixed(Case one, Function<Cells, T> solve) {
        double low = Math.min(one.start().low(), one.target().low());
        double high = Math.max(one.start().high(), one.target().high());
        return List.of(1, 2, 4).stream()
                .map(times -> solve.apply(new Cells(low, high, times * FIXED)))
                .toList();
    }

    private static <T> GridCheck check(
            String name, String quantity, double exact, List<T> solutions, ToDoubleFunction<T> number) {
        double[] values = solutions.stream().mapToDouble(number).toArray();
        return GridCheck.of(name, quantity, exact, Refinement.Estimate.of(values[0], values[1], values[2]));
    }

    private static double mean(Case one, double t) {
        return one.row().law(t).orElseThrow().mean()[0];
    }

    private static double variance(Case one, double t) {
        return one.row().law(t).orElseThrow().covariance()[0][0];
    }
}
