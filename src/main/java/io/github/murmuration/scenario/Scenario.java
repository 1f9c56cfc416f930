package io.github.murmuration.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A whole simulation as the user asked for it. Read from a file by {@link ScenarioReader}, or written in Java with
 * {@link #builder()}; either way it is complete and consistent, or refused with {@link ScenarioException}.
 */
public record Scenario(
        String name,
        Dynamics dynamics,
        Law initial,
        Law target,
        Protocol protocol,
        List<Guidance> guidance,
        Population population,
        Time time,
        Output output)
        implements Experiment {

    public Scenario {
        Objects.requireNonNull(dynamics, "dynamics");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(population, "population");
        guidance = List.copyOf(guidance);
        Experiment.checkName(name);
        initial =
                initial == null && dynamics instanceof Game game ? game.start().orElse(null) : initial;
        checkPresent("initial", initial, ScenarioFields.INITIAL);
        if (!dynamics.steered()) {
            target = InteractionRules.noTarget(initial, target);
        }
        checkPresent("target", target, ScenarioFields.TARGET);
        if (dynamics.steered()) {
            checkTarget(initial, target);
        }
        checkDistinct(guidance);
        checkCustom(guidance, protocol, initial.dimension());
        checkSteps(time, protocol);
        if (dynamics instanceof Dynamics.Interacting interacting) {
            InteractionRules.check(interacting, initial, guidance, protocol, time);
        }
        if (dynamics instanceof Dynamics.LinearQuadratic linear) {
            LinearQuadraticRules.check(linear, initial, target, time.scheme());
        }
        if (dynamics instanceof Game game) {
            InteractionRules.checkUnsteered(guidance, protocol);
            GameFields.checkStart(game, initial);
        }
        if (dynamics instanceof CustomModel custom) {
            InteractionRules.checkUnsteered(guidance, protocol);
            CustomScenarioRules.check(custom, initial, population, time.scheme());
        } else {
            checkWithoutCustom(dynamics, initial, time);
        }
        SensitivityRules.check(dynamics, output);
    }

    /** Whether agents are steered to the target at a control energy; else the target is the initial law, and means nothing. */
    public boolean steered() {
        return dynamics.steered();
    }

    public Model model() {
        return dynamics.model();
    }

    /** Names of the populations that run side by side: their guidances, or {@code population} where agents are not steered. */
    public List<String> populations() {
        return steered() ? guidance.stream().map(Guidance::name).toList() : List.of("population");
    }

    /** What coordinates are called: by the model, or by their numbers from 0. */
    public List<String> coordinates() {
        return dynamics.written()
                .map(CustomModel::state)
                .orElseGet(() -> IntStream.range(0, dimension())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Number of coordinates d of one agent. */
    public int dimension() {
        return initial.dimension();
    }

    /** A scenario with every default; {@code initial} and {@code target} have none. */
    public static ScenarioBuilder builder() {
        return new ScenarioBuilder();
    }

    /** A builder that starts from this scenario. */
    public ScenarioBuilder toBuilder() {
        return new ScenarioBuilder()
                .name(name)
                .dynamics(dynamics)
                .initial(initial)
                .target(steered() ? target : null)
                .protocol(protocol)
                .guidance(guidance)
                .population(population)
                .time(time)
                .output(output);
    }

    private static void checkPresent(String path, Law law, List<String> choices) {
        if (law == null) {
            throw new ScenarioException(path, "missing; give one of " + String.join(", ", choices));
        }
    }

    private static void checkTarget(Law initial, Law target) {
        if (target instanceof Law.Point) {
            throw ScenarioException.refused("target", "a point", "a law that has a density, or patterns");
        }
        Check.dimension("target", target.dimension(), initial.dimension(), "initial");
    }

    private static void checkDistinct(List<Guidance> guidance) {
        Check.notEmpty("guidance", guidance.size(), "at least one of " + String.join(", ", ScenarioFields.GUIDANCE));
        Set<String> seen = new HashSet<>();
        for (int g = 0; g < guidance.size(); g++) {
            String name = guidance.get(g).name();
            if (!seen.add(name)) {
                throw ScenarioException.refused("guidance[" + g + "]", "a second " + name, "each name once");
            }
        }
    }

    private static void checkCustom(List<Guidance> guidance, Protocol protocol, int dimension) {
        for (int g = 0; g < guidance.size(); g++) {
            if (guidance.get(g) instanceof Guidance.Custom custom) {
                String path = "guidance[" + g + "].custom";
                checkPoints(path, custom.points().length, protocol);
                Check.dimension(path, custom.points()[0].length, dimension, "initial");
            }
        }
    }

    private static void checkPoints(String path, int points, Protocol protocol) {
        if (protocol.guidanceShape() == GuidanceShape.PIECEWISE_CONSTANT) {
            Check.count(path, points, protocol.intervals(), "one point per interval of the protocol");
        } else {
            Check.count(path, points, protocol.intervals() + 1, "one point per break of the protocol");
        }
    }

    /** What only models that users write have. */
    private static void checkWithoutCustom(Dynamics dynamics, Law initial, Time time) {
        Model model = dynamics.model();
        if (!model.schemes().contains(time.scheme())) {
            String accepted =
                    "one of " + model.schemes().stream().map(Scheme::toString).collect(Collectors.joining(", "));
            throw ScenarioException.refused("time.scheme", time.scheme(), accepted);
        }
        if (time.noisePerStep() != 1 && dynamics.written().isEmpty()) {
            throw ScenarioException.refused(
                    "time.noise-per-step", time.noisePerStep(), "1, as there is for model " + model);
        }
        if (initial instanceof Law.Mixture mixture && mixture.fixedSizes()) {
            throw ScenarioException.refused("initial.sizes", "fixed", "random, as there is for model " + model);
        }
    }

    private static void checkSteps(Time time, Protocol protocol) {
        if (time.steps() < protocol.intervals()) {
            String accepted = "at least " + protocol.intervals() + ", the number of intervals of the protocol";
            throw ScenarioException.refused("time.steps", time.steps(), accepted);
        }
    }
}
