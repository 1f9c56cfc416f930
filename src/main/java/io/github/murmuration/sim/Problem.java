package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.laboratory.Row;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A scenario made numerical: laws, time grid, the evaluator of its model and one schedule per guidance.
 *
 * @param schedules in the order of the scenario's guidances
 * @param written the model as it was written down; empty for those that are part of the program
 * @param row what is known of a mean-field game
 */
public record Problem(
        Scenario scenario,
        GaussianMixture initial,
        GaussianMixture target,
        TimeGrid grid,
        Evaluator evaluator,
        List<Schedule> schedules,
        Optional<WrittenModel> written,
        Optional<Row> row) {

    Problem(
            Scenario scenario,
            GaussianMixture initial,
            GaussianMixture target,
            TimeGrid grid,
            Evaluator evaluator,
            List<Schedule> schedules) {
        this(scenario, initial, target, grid, evaluator, schedules, Optional.empty(), Optional.empty());
    }

    /** @throws ScenarioException its numbers are so large or small that double precision does not solve it */
    public static Problem of(Scenario scenario) {
        try {
            return switch (scenario.model()) {
                case GUIDED_BRIDGE -> BridgeProblem.of(scenario);
                case LQG -> LqgProblem.of(scenario);
                case MEAN_FIELD_OU, DESAI_ZWANZIG, KURAMOTO, CUSTOM -> WrittenProblem.of(scenario);
                case SCORE_BASED,
                        PROBABILITY_FLOW,
                        CROSS_ENTROPY_TRANSPORT,
                        SCHROEDINGER_BRIDGE,
                        GRADIENT_FLOW,
                        ATTRACTION_FLOW,
                        RELAXED_GRADIENT_FLOW,
                        OT_FLOW,
                        OT_BOLTZMANN,
                        STOCHASTIC_OT_FLOW,
                        NORMALIZING_FLOW,
                        GAME -> GameProblem.of(scenario);
            };
        } catch (ArithmeticException e) {
            throw new ScenarioException(
                    "", scenario.name() + ": " + e.getMessage() + " in double precision; give numbers nearer to 1");
        }
    }

    /** What float32 cannot resolve in it, as far as that is known beforehand, what its steps cannot see, what cannot be differentiated, and how its game was solved. */
    public List<Note> notes() {
        return Stream.of(CoarseLaws.notes(this).stream(), UnseenCrossings.notes(this).stream(), remarks(), jumps())
                .flatMap(notes -> notes)
                .toList();
    }

    private Stream<Note> remarks() {
        return row.stream().flatMap(solved -> solved.remarks().stream()).map(Note::of);
    }

    private Stream<Note> jumps() {
        return written.stream()
                .flatMap(model -> model.sensitivities().stream())
                .filter(sensitivity -> sensitivity.jump().isPresent())
                .map(sensitivity -> Note.of("the derivative of " + sensitivity.quantity() + " by "
                        + sensitivity.parameter() + " is left out: "
                        + sensitivity.jump().get().text() + " jumps where " + sensitivity.parameter()
                        + " moves it, and no derivative sees that"));
    }

    /**
     * The population to allocate.
     * @param agents may differ from the scenario's. Noise is philox.
     * @throws ScenarioException float32 cannot hold it
     */
    public EnsembleSpec ensemble(long agents) {
        return ensemble(tiling(agents), scenario.population().seed());
    }

    /** Places of a population of so many agents, by itself or the scenario's replica. */
    Tiling tiling(long agents) {
        OptionalInt replica = scenario.population().replica();
        if (replica.isEmpty()) {
            return Tiling.alone(agents);
        }
        if (replica.getAsInt() >= Noise.MOST_TILES / Tiling.tiles(agents)) {
            throw ScenarioException.refused(
                    "population.replica",
                    replica.getAsInt(),
                    "replicas whose tiles of 1024 agents are below 2^48 in all");
        }
        return Tiling.replicas(agents, replica.getAsInt(), 1);
    }

    /**
     * Replicas of the scenario's population.
     * @param first of several, the first of a tile
     */
    EnsembleSpec replicas(int first, int count) {
        Tiling tiling = Tiling.replicas(scenario.population().agents(), first, count);
        return ensemble(tiling, scenario.population().seed());
    }

    /** Replicas of a population. */
    public EnsembleSpec ensemble(Tiling tiling, long seed) {
        return ensemble(tiling, seed, start(tiling.agents()));
    }

    /** The first agents of the scenario's population, as a population. Noise is philox. */
    EnsembleSpec firstAgents(long count) {
        long all = scenario.population().agents();
        return ensemble(tiling(all).firstAgents(count), scenario.population().seed(), start(all));
    }

    private EnsembleSpec ensemble(Tiling tiling, long seed, StartTable start) {
        CoarseLaws.require(this);
        return new EnsembleSpec(
                tiling,
                seed,
                seed,
                NoiseSource.PHILOX,
                evaluator,
                start,
                scenario.output().agentEnergies() && evaluator.costs(),
                schedules.stream().map(Schedule::feeds).toList(),
                Part.WHOLE);
    }

    /** Starts of a population of that many agents. */
    private StartTable start(long agents) {
        int d = initial.dimension();
        int carried = written.map(model -> model.state().size()).orElse(d);
        return carried == d ? coordinates(agents) : coordinates(agents).withZeros(carried - d);
    }

    private StartTable coordinates(long agents) {
        if (scenario.initial() instanceof Law.Samples samples) {
            return StartTable.ofRows(samples.rows(), centre());
        }
        StartTable drawn = StartTable.ofMixture(initial.about(centre()));
        return scenario.initial() instanceof Law.Mixture mixture && mixture.fixedSizes()
                ? drawn.ofSizes(mixture.sizes(agents))
                : drawn;
    }

    /**
     * Checks whether parts of the population can be advanced apart.
     * @throws ScenarioException they cannot
     */
    public void requireParts() {
        if (evaluator.pairs() > 0) {
            throw new ScenarioException(
                    "",
                    scenario.name()
                            + ": pair means read all agents, which no part of a population has; run it in one process");
        }
    }

    /** Rows of steps k, ..., k + count - 1, of each guidance. */
    float[][] rows(int k, int count) {
        return schedules.stream().map(schedule -> schedule.rows(k, count)).toArray(float[][]::new);
    }

    /** The same with other schedules, of the same shape of rows. */
    public Problem with(List<Schedule> others) {
        return new Problem(scenario, initial, target, grid, evaluator, others, written, row);
    }

    /**
     * Point the sums of the starts are taken about [channels]: the initial mean, measured from the centre, of coordinates and of what
     * tells those of the living; 0 for other features.
     */
    public float[] startReference() {
        double[] mean = initial.mean();
        float[] reference = new float[evaluator.sums(1, mean.length).channels()];
        for (int j = 0; j < mean.length; j++) {
            reference[j] = (float) (mean[j] - centre()[j]);
            if (written.flatMap(WrittenModel::living).isPresent()) {
                reference[written.get().living().get().means().get(j)] = reference[j];
            }
        }
        return reference;
    }

    /** Centre of the starts, that of every guidance [d]. */
    private double[] centre() {
        return Arrays.copyOf(schedules.get(0).centre(0), initial.dimension());
    }
}
