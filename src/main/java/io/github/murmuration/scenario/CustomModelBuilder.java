package io.github.murmuration.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model in a few lines of Java; expressions are texts, as in scenario files, in any order. Every method refuses bad values with
 * {@link ScenarioException}.
 */
public final class CustomModelBuilder {
    private List<String> state = List.of();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Function<ExpressionReader, Parameter>> parameters = new LinkedHashMap<>();
    private final Map<String, String> means = new LinkedHashMap<>();
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private Partners partners = Partners.ALL;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, String> drift = new LinkedHashMap<>();
    private final NoiseTexts noise = new NoiseTexts();
    private final Map<String, Boundary> boundary = new LinkedHashMap<>();
    private String cost;
    private final Map<String, Function<ExpressionReader, Observable>> observe = new LinkedHashMap<>();
    private double horizon;

    CustomModelBuilder() {}

    /** Names of the coordinates, in the order of the initial law. */
    public CustomModelBuilder state(String... names) {
        state = List.of(names);
        return this;
    }

    public CustomModelBuilder mark(String name, Mark law) {
        put("dynamics.marks", marks, name, law);
        return this;
    }

    /** An expression of t, numbers and other parameters. */
    public CustomModelBuilder parameter(String name, String formula) {
        String path = "dynamics.parameters." + name;
        put("dynamics.parameters", parameters, name, it -> new Parameter.Formula(it.read(path, formula)));
        return this;
    }

    public CustomModelBuilder parameter(String name, double value) {
        Check.finite("dynamics.parameters." + name, value);
        return parameter(name, Double.toString(value));
    }

    public CustomModelBuilder parameter(String name, Parameter parameter) {
        put("dynamics.parameters", parameters, name, it -> parameter);
        return this;
    }

    /** A name for mean(averaged). */
    public CustomModelBuilder mean(String name, String averaged) {
        put("dynamics.means", means, name, averaged);
        return this;
    }

    /** The mean over partners of a value of pairs, in which {@code other.x} is the x of the partner. */
    public CustomModelBuilder pair(String name, String value) {
        put("dynamics.pairs", pairs, name, value);
        return this;
    }

    /** Whom all pair means are taken over; {@link Partners#ALL} unless it is said otherwise. */
    public CustomModelBuilder partners(Partners whom) {
        partners = whom;
        return this;
    }

    /** A source of noise that coordinates share. */
    public CustomModelBuilder source(String name, Source whose) {
        put("dynamics.sources", sources, name, whose);
        return this;
    }

    public CustomModelBuilder drift(String coordinate, String expression) {
        put("dynamics.drift", drift, coordinate, expression);
        return this;
    }

    /** Noise from a source of the coordinate's own, one per agent. */
    public CustomModelBuilder noise(String coordinate, String amplitude) {
        noise.add(coordinate, coordinate, amplitude);
        return this;
    }

    /** Noise from a shared source, of agents or of the population. */
    public CustomModelBuilder noise(String coordinate, String source, String amplitude) {
        noise.add(coordinate, source, amplitude);
        return this;
    }

    /** Noise from a source of the coordinate's own, one for the whole population. */
    public CustomModelBuilder commonNoise(String coordinate, String amplitude) {
        noise.addCommon(coordinate, amplitude);
        return this;
    }

    public CustomModelBuilder boundary(String coordinate, Boundary at) {
        put("dynamics.boundary", boundary, coordinate, at);
        return this;
    }

    /** Cost of an agent per unit of time. */
    public CustomModelBuilder cost(String expression) {
        cost = expression;
        return this;
    }

    /** A function of means, parameters and t. */
    public CustomModelBuilder observe(String name, String formula) {
        put("observe", observe, name, it -> new Observable.Formula(it.read("observe." + name, formula)));
        return this;
    }

    public CustomModelBuilder observe(String name, Observable value) {
        put("observe", observe, name, it -> value);
        return this;
    }

    public CustomModelBuilder horizon(double horizon) {
        this.horizon = horizon;
        return this;
    }

    public CustomModel build() {
        ModelNames names = ModelNames.of(
                state,
                marks.keySet(),
                parameters.keySet(),
                means.keySet(),
                pairs.keySet(),
                observe.keySet(),
                boundary.values());
        ExpressionReader reader = new ExpressionReader(names.all());
        return new CustomModel(
                state,
                marks,
                read(parameters, reader),
                reader.all("dynamics.means", means),
                new ExpressionReader(names.inPairs()).all("dynamics.pairs", pairs),
                partners,
                sources,
                reader.all("dynamics.drift", drift),
                noise.ofAgents(sources, reader),
                noise.ofPopulation(sources, reader),
                boundary,
                Optional.ofNullable(cost).map(text -> reader.read("dynamics.cost", text)),
                read(observe, reader),
                horizon);
    }

    private static <V> Map<String, V> read(Map<String, Function<ExpressionReader, V>> later, ExpressionReader reader) {
        Map<String, V> read = new LinkedHashMap<>();
        later.forEach((name, value) -> read.put(name, value.apply(reader)));
        return read;
    }

    static <V> void put(String path, Map<String, V> values, String name, V value) {
        if (values.put(name, value) != null) {
            throw new ScenarioException(path + "." + name, "given twice; give it once");
        }
    }
}
