package io.github.murmuration.study.laboratory;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.sim.Simulation;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Study {@code laboratory}: every row by its particles against its exact cost and law, and the way from gradient flow to transport. */
public final class Laboratory implements Study {

    /** The bundled scenarios of the rows. */
    static final List<String> ROWS = List.of(
            "score-based",
            "probability-flow",
            "cross-entropy-transport",
            "schroedinger-bridge",
            "generalised-schroedinger-bridge",
            "gradient-flow",
            "attraction-flow",
            "relaxed-gradient-flow",
            "ot-flow",
            "ot-boltzmann",
            "stochastic-ot-flow",
            "normalizing-flow",
            "game");

    /** The rows whose densities, value functions and controls are drawn. */
    private static final List<String> DRAWN = List.of("schroedinger-bridge", "relaxed-gradient-flow");

    private static final double[] EPSILONS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    /** Shares of rest and limits of the speed that normalizing flows are run at. */
    private static final double[][] FREE = {{0, 3}, {0.25, 3}, {0.3, 3}, {0, 1.5}};

    private final long agents;
    private final long seed;

    /**
     * @param agents of each row; of pairs a twentieth.
     * @param seed of all
     */
    public Laboratory(long agents, long seed) {
        this.agents = agents;
        this.seed = seed;
    }

    @Override
    public double work() {
        double rows = ROWS.stream().mapToDouble(name -> work(scenario(name))).sum();
        return rows + (EPSILONS.length + 2 + FREE.length) * epsilonWork();
    }

    private static double work(Scenario scenario) {
        return 3.0 * scenario.population().agents() * scenario.time().steps();
    }

    private double epsilonWork() {
        Scenario scenario = scenario("ot-flow");
        return (double) scenario.population().agents() * scenario.time().steps();
    }

    private Scenario scenario(String name) {
        Scenario read = ScenarioReader.read(name).scenario();
        boolean pairs = read.model() == Model.ATTRACTION_FLOW;
        return read.toBuilder()
                .agents(pairs ? Math.max(2, agents / 20) : agents)
                .seed(seed)
                .output(new Output(recordedEvery(read), 32, 200, 0))
                .build();
    }

    /** The potential that a guided bridge pays for is added up from its moments. */
    private static int recordedEvery(Scenario scenario) {
        return scenario.steered() ? 1 : Math.max(1, scenario.time().steps() / 40);
    }

    @Override
    public StudyReport run(Resources resources) {
        List<RowResult> rows = resources.all(ROWS.stream().map(this::rowCase).toList());
        List<StudyCase<EpsilonResult>> relaxations = new ArrayList<>();
        relaxations.add(epsilon(0, scenario("gradient-flow")));
        for (double epsilon : EPSILONS) {
            relaxations.add(epsilon(epsilon, relaxed(epsilon)));
        }
        relaxations.add(epsilon(Double.POSITIVE_INFINITY, scenario("ot-flow")));
        List<EpsilonResult> relaxed = resources.all(relaxations);
        List<Problem> drawn =
                DRAWN.stream().map(name -> Problem.of(scenario(name))).toList();
        List<FreeVelocity> free = resources.all(
                Arrays.stream(FREE).map(numbers -> free(numbers[0], numbers[1])).toList());
        GridChecks checks =
                resources.once(new StudyCase<>("grids", GridChecks.class, 0, given -> GridChecks.computed()));
        return new LaboratoryReport(rows, relaxed, free, checks, drawn, snapshots(drawn, resources), agents, seed)
                .report();
    }

    private StudyCase<RowResult> rowCase(String name) {
        Scenario scenario = scenario(name);
        return new StudyCase<>(name, RowResult.class, work(scenario), given -> row(scenario, given));
    }

    private RowResult row(Scenario scenario, Resources resources) {
        Problem problem = Problem.of(scenario);
        GuidanceResult coarse = simulated(problem, resources);
        Problem finer = Problem.of(scenario.toBuilder()
                .steps(2 * scenario.time().steps())
                .seed(seed + 1)
                .build());
        GuidanceResult fine = simulated(finer, resources);
        return problem.row().isPresent()
                ? RowResult.of(problem, coarse, fine)
                : RowResult.of(problem, coarse, fine, exact(problem, resources));
    }

    private static GuidanceResult simulated(Problem problem, Resources resources) {
        GuidanceResult result = new Simulation(
                        problem, resources.backend(), resources.noise(), resources.threads(), Progress.NONE, null)
                .run()
                .guidances()
                .get(0);
        resources
                .meter()
                .add((double) problem.scenario().population().agents()
                        * problem.grid().steps());
        return result;
    }

    private static ExactResult exact(Problem problem, Resources resources) {
        try (Crew<?> crew = Crew.of(resources.threads())) {
            return ExactValues.of(problem.schedules().get(0), problem.initial(), problem.target(), crew)
                    .orElseThrow();
        }
    }

    private Scenario relaxed(double epsilon) {
        Scenario scenario = scenario("relaxed-gradient-flow");
        Game game = (Game) scenario.dynamics();
        Map<String, Double> numbers = Map.of("horizon", game.horizon(), "epsilon", epsilon);
        return scenario.toBuilder()
                .dynamics(new Game(game.model(), game.target().orElseThrow(), numbers))
                .build();
    }

    private StudyCase<EpsilonResult> epsilon(double epsilon, Scenario scenario) {
        return new StudyCase<>("epsilon-" + epsilon, EpsilonResult.class, epsilonWork(), given -> {
            Problem problem = Problem.of(scenario);
            return EpsilonResult.of(epsilon, problem, simulated(problem, given));
        });
    }

    private StudyCase<FreeVelocity> free(double rest, double limit) {
        return new StudyCase<>("rest-" + rest + "-limit-" + limit, FreeVelocity.class, epsilonWork(), given -> {
            Scenario scenario = scenario("normalizing-flow");
            Game game = (Game) scenario.dynamics();
            Map<String, Double> numbers = Map.of("horizon", game.horizon(), "rest", rest, "speed-limit", limit);
            Problem problem = Problem.of(scenario.toBuilder()
                    .dynamics(new Game(game.model(), game.target().orElseThrow(), numbers))
                    .output(new Output(1, 0, 0, 0).agentEnergies(false))
                    .build());
            return FreeVelocity.of(problem, simulated(problem, given));
        });
    }

    /** Agents of each drawn row at the times of figures, as paths. */
    private List<Snapshots> snapshots(List<Problem> drawn, Resources resources) {
        return drawn.stream().map(problem -> Snapshots.of(problem, resources)).toList();
    }
}
