package io.github.murmuration.scenario;

import io.github.murmuration.expression.Suggestion;
import java.util.List;
import java.util.Map;

/** What a model that a user wrote must be: named, complete, and made of what each of its parts may be made of. */
final class CustomModelRules {
    private CustomModelRules() {}

    static void check(CustomModel model) {
        ModelNames names = ModelNames.of(
                model.state(),
                model.marks().keySet(),
                model.parameters().keySet(),
                model.means().keySet(),
                model.pairs().keySet(),
                model.observe().keySet(),
                model.boundary().values());
        Check.positive("dynamics.horizon", model.horizon());
        Check.single("dynamics.horizon", model.horizon());
        checkDrift(model);
        checkSources(model);
        PairRules.check(model);
        checkCoordinates("dynamics.boundary", model.boundary(), model.state());
        checkRunning(model.observe());
        ParameterRules.check(model);
        new ExpressionRules(model, names).check();
        DomainRules.check(model);
        PairRules.checkOwnTerms(model);
    }

    private static void checkDrift(CustomModel model) {
        checkCoordinates("dynamics.drift", model.drift(), model.state());
        for (String coordinate : model.state()) {
            if (!model.drift().containsKey(coordinate)) {
                throw new ScenarioException("dynamics.drift." + coordinate, "missing; give an expression, 0 for none");
            }
        }
    }

    private static void checkSources(CustomModel model) {
        model.sources().keySet().forEach(source -> checkSource(source, model.state()));
        checkCoordinates("dynamics.noise", model.noise(), model.state());
        checkCoordinates("dynamics.common-noise", model.commonNoise(), model.state());
        model.noise()
                .forEach((coordinate, amplitudes) -> amplitudes.keySet().forEach(source -> {
                    String path = NoiseTexts.path(coordinate, source);
                    checkShared(path, coordinate, source, Source.AGENT, model.sources());
                }));
        model.commonNoise()
                .forEach((coordinate, amplitudes) -> amplitudes.keySet().forEach(source -> {
                    String path = NoiseTexts.commonPath(coordinate, source);
                    checkShared(path, coordinate, source, Source.POPULATION, model.sources());
                }));
    }

    private static void checkSource(String source, List<String> state) {
        String path = "dynamics.sources." + source;
        ModelNames.checkWord(path, source);
        if (state.contains(source)) {
            throw new ScenarioException(path, source + " is already a coordinate; give another name");
        }
    }

    private static void checkShared(
            String path, String coordinate, String source, Source whose, Map<String, Source> sources) {
        if (source.equals(coordinate) || sources.get(source) == whose) {
            return;
        }
        if (sources.containsKey(source)) {
            String found = source + ", a source of kind " + sources.get(source) + ",";
            throw ScenarioException.refused(path, found, "one of kind " + whose);
        }
        String advice = sources.isEmpty()
                ? "name shared sources in dynamics.sources"
                : Suggestion.of(source, List.copyOf(sources.keySet()));
        throw new ScenarioException(path, source + " is not a source of noise; " + advice);
    }

    private static void checkCoordinates(String path, Map<String, ?> values, List<String> state) {
        for (String name : values.keySet()) {
            if (!state.contains(name)) {
                throw new ScenarioException(
                        path + "." + name, name + " is not a coordinate; " + Suggestion.of(name, state));
            }
        }
    }

    private static void checkRunning(Map<String, Observable> observe) {
        List<String> formulas = observe.keySet().stream()
                .filter(name -> observe.get(name) instanceof Observable.Formula)
                .toList();
        observe.forEach((name, value) -> {
            if (value instanceof Observable.RunningMinimum minimum) {
                checkObserved("observe." + name + ".running-min", minimum.of(), formulas);
            } else if (value instanceof Observable.RunningMaximum maximum) {
                checkObserved("observe." + name + ".running-max", maximum.of(), formulas);
            }
        });
    }

    private static void checkObserved(String path, String of, List<String> formulas) {
        if (!formulas.contains(of)) {
            String advice = formulas.isEmpty() ? "give a formula under a name first" : Suggestion.of(of, formulas);
            throw new ScenarioException(path, of + " is not an observed formula; " + advice);
        }
    }
}
