package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of each model of a game, what they may be, and what its target may be. */
final class GameFields {

    private static final Map<Model, List<String>> NAMES = Map.ofEntries(
            Map.entry(Model.SCORE_BASED, List.of("horizon", "noise", "pull")),
            Map.entry(Model.PROBABILITY_FLOW, List.of("horizon", "noise", "pull")),
            Map.entry(Model.CROSS_ENTROPY_TRANSPORT, List.of("horizon", "noise")),
            Map.entry(Model.SCHROEDINGER_BRIDGE, List.of("horizon", "noise")),
            Map.entry(Model.GRADIENT_FLOW, List.of("horizon")),
            Map.entry(Model.ATTRACTION_FLOW, List.of("horizon", "strength")),
            Map.entry(Model.RELAXED_GRADIENT_FLOW, List.of("horizon", "epsilon")),
            Map.entry(Model.OT_FLOW, List.of("horizon")),
            Map.entry(Model.OT_BOLTZMANN, List.of("horizon", "lambda")),
            Map.entry(Model.STOCHASTIC_OT_FLOW, List.of("horizon", "noise")),
            Map.entry(Model.NORMALIZING_FLOW, List.of("horizon", "speed-limit", "rest")),
            Map.entry(Model.GAME, OwnGame.NUMBERS));

    private GameFields() {}

    static List<String> names(Model model) {
        return NAMES.get(model);
    }

    /** Names of the expressions that a model has. */
    static List<String> terms(Model model) {
        return model == Model.GAME ? OwnGame.TERMS : List.of();
    }

    /** What a number is where it is not given; empty where it has to be. */
    static Optional<Double> otherwise(Model model, String name) {
        boolean needed = model != Model.GAME || name.equals("horizon");
        return needed ? Optional.empty() : Optional.of(OwnGame.otherwise(name));
    }

    /** In the order of the model's fields. */
    static Map<String, Expression> ordered(Model model, Map<String, Expression> terms) {
        Map<String, Expression> ordered = new LinkedHashMap<>();
        terms(model).stream().filter(terms::containsKey).forEach(name -> ordered.put(name, terms.get(name)));
        return Collections.unmodifiableMap(ordered);
    }

    static Map<String, Expression> read(Model model, Map<String, String> texts) {
        for (String name : texts.keySet()) {
            if (!terms(model).contains(name)) {
                throw new ScenarioException("game." + name, "no such expression of model " + model);
            }
        }
        return OwnGame.read(texts);
    }

    static Map<String, Double> checked(Model model, Map<String, Double> numbers) {
        List<String> names = names(model);
        for (String name : names) {
            otherwise(model, name).ifPresent(other -> numbers.putIfAbsent(name, other));
            if (!numbers.containsKey(name)) {
                throw new ScenarioException("game." + name, "missing; give a number");
            }
            check(model, "game." + name, name, numbers.get(name));
        }
        if (numbers.size() != names.size()) {
            numbers.keySet().removeAll(names);
            String path = "game." + numbers.keySet().iterator().next();
            throw new ScenarioException(path, "no such number; model " + model + " has " + String.join(", ", names));
        }
        if (model == Model.GAME) {
            OwnGame.checkGrid(numbers.get("cells"), numbers.get("steps"));
        }
        return numbers;
    }

    private static void check(Model model, String path, String name, double value) {
        if (model == Model.GAME) {
            OwnGame.check(path, name, value);
        } else if (name.equals("rest") || name.equals("lambda")) {
            Check.notNegative(path, value);
            if (value > 1 || name.equals("rest") && value == 1) {
                String accepted = name.equals("rest") ? "a share of the horizon, at least 0 and below 1" : "0 to 1";
                throw ScenarioException.refused(path, Check.text(value), accepted);
            }
        } else {
            Check.positive(path, value);
        }
        Check.single(path, value);
    }

    /** @param numbers that are checked */
    static void checkTarget(Model model, Optional<Law> target, Map<String, Double> numbers) {
        if (model == Model.GAME && !OwnGame.compares(numbers)) {
            if (target.isPresent()) {
                throw OwnGame.targetOfNothing();
            }
            return;
        }
        if (model == Model.ATTRACTION_FLOW) {
            if (target.isPresent()) {
                throw new ScenarioException("target", "model " + model + " has none; leave it out");
            }
            return;
        }
        Law law = target.orElseThrow(() -> new ScenarioException("target", "missing; give one of gaussian, mixture"));
        checkDensity("target", law);
        if (!model.reversesNoise() && model != Model.GAME) {
            checkGaussian("target", model, law);
        }
    }

    /** A law of independent coordinates in every component, each of which spreads. */
    private static void checkDensity(String path, Law law) {
        boolean dense = law instanceof Law.Mixture mixture
                && List.of(mixture.covariances()).stream().allMatch(GameFields::spreads);
        if (!dense) {
            String accepted =
                    "a gaussian or a mixture with standard deviations above 0 and without covariances of coordinates";
            throw ScenarioException.refused(path, "a law of another kind", accepted);
        }
    }

    private static boolean spreads(Covariance covariance) {
        if (covariance instanceof Covariance.Diagonal diagonal) {
            for (double deviation : diagonal.standardDeviations()) {
                if (deviation == 0) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /** What a game asks of the law of the starts. */
    static void checkStart(Game game, Law initial) {
        Model model = game.model();
        game.target().ifPresent(law -> Check.dimension("initial", initial.dimension(), law.dimension(), "target"));
        if (model == Model.GAME && initial.dimension() > 1) {
            throw ScenarioException.refused("initial", initial.dimension() + " coordinates", "1 for model " + model);
        }
        if (initial.dimension() > 3) {
            throw ScenarioException.refused(
                    "initial", initial.dimension() + " coordinates", "1 to 3 for model " + model);
        }
        if (model == Model.ATTRACTION_FLOW) {
            return;
        }
        checkDensity("initial", initial);
        if (!model.reversesNoise() && model != Model.GAME) {
            checkGaussian("initial", model, initial);
        }
        if (model == Model.PROBABILITY_FLOW && !game.startsNoised(initial)) {
            String why = "its cost holds for agents that start at the noised target; leave it out";
            throw new ScenarioException("initial", "model " + model + ": " + why);
        }
    }

    private static void checkGaussian(String path, Model model, Law law) {
        int components = ((Law.Mixture) law).weights().length;
        if (components != 1) {
            throw ScenarioException.refused(
                    path, components + " components", "a gaussian, as model " + model + " takes");
        }
    }
}
