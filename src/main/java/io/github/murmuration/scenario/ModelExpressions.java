package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every expression of a model, parameters excepted, with its place in scenario files. */
final class ModelExpressions {
    private ModelExpressions() {}

    static void forEach(CustomModel model, BiConsumer<String, Expression> use) {
        model.means().forEach((name, averaged) -> use.accept("dynamics.means." + name, averaged));
        forEachOfPairs(model, use);
        forEachOfAgents(model, use);
        forEachOfPopulation(model, use);
    }

    /** Those that pairs of agents may differ in. */
    static void forEachOfPairs(CustomModel model, BiConsumer<String, Expression> use) {
        model.pairs().forEach((name, value) -> use.accept("dynamics.pairs." + name, value));
    }

    /** Those that agents may differ in. */
    static void forEachOfAgents(CustomModel model, BiConsumer<String, Expression> use) {
        model.drift().forEach((name, drift) -> use.accept("dynamics.drift." + name, drift));
        forEachAmplitude(
                model.noise(), (coordinate, source, it) -> use.accept(NoiseTexts.path(coordinate, source), it));
        model.cost().ifPresent(cost -> use.accept("dynamics.cost", cost));
    }

    /** Those that agents follow, and what they pay. */
    static void forEachOfDynamics(CustomModel model, BiConsumer<String, Expression> use) {
        forEachOfAgents(model, use);
        forEachCommon(model, use);
    }

    /** Those that are the same for all agents. */
    static void forEachOfPopulation(CustomModel model, BiConsumer<String, Expression> use) {
        forEachCommon(model, use);
        model.observe().forEach((name, value) -> {
            if (value instanceof Observable.Formula formula) {
                use.accept("observe." + name, formula.expression());
            }
        });
    }

    private static void forEachCommon(CustomModel model, BiConsumer<String, Expression> use) {
        forEachAmplitude(
                model.commonNoise(),
                (coordinate, source, it) -> use.accept(NoiseTexts.commonPath(coordinate, source), it));
    }

    @FunctionalInterface
    private interface AmplitudeUse {
        void accept(String coordinate, String source, Expression amplitude);
    }

    private static void forEachAmplitude(Map<String, Map<String, Expression>> noise, AmplitudeUse use) {
        noise.forEach((coordinate, amplitudes) ->
                amplitudes.forEach((source, amplitude) -> use.accept(coordinate, source, amplitude)));
    }
}
