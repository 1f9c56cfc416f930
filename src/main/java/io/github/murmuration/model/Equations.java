package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The equations of a model as a scheme reads them: drift, amplitudes of its sources of noise, and the values that a graph has of them. */
final class Equations {

    /** What a scheme makes of an amplitude of a coordinate. */
    @FunctionalInterface
    interface Term {
        Expression of(String coordinate, Expression amplitude);
    }

    private final CustomModel model;
    private final Tangents tangents;
    private final List<String> moved;
    private final List<String> state;
    private final Written written;
    private final Optional<Expression> lives;
    private final Averages averages;
    private final List<String> agentSources = new ArrayList<>();
    private final List<String> commonSources = new ArrayList<>();
    private final Graph graph = new Graph();
    private LinearDrift linear;

    Equations(CustomModel model) {
        this(model, List.of());
    }

    /** @param parameters that agents carry derivatives by */
    Equations(CustomModel model, List<String> parameters) {
        this.model = model;
        this.tangents = new Tangents(model, parameters);
        this.moved = joined(model.state(), tangents.named().keySet());
        this.state = joined(
                moved,
                tangents.paying().stream()
                        .flatMap(name -> Stream.of(Tangents.cost(name), Tangents.lost(name)))
                        .toList());
        this.written = new Written(model, parameters);
        this.lives = Living.condition(model);
        this.averages = new Averages(state, lives.isPresent());
        moved.forEach(name -> {
            noise(name).keySet().forEach(source -> add(agentSources, source));
            commonNoise(name).keySet().forEach(source -> add(commonSources, source));
            averages.read(drift(name));
            noise(name).values().forEach(averages::read);
            commonNoise(name).values().forEach(averages::read);
        });
        cost().ifPresent(averages::read);
        model.pairs().values().forEach(pair -> averages.read(written.expand(pair)));
        tangents.paying().forEach(parameter -> averages.read(costRate(parameter)));
    }

    private static List<String> joined(List<String> first, Collection<String> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    private static void add(List<String> sources, String name) {
        if (!sources.contains(name)) {
            sources.add(name);
        }
    }

    Graph graph() {
        return graph;
    }

    /** Everything that an agent carries: coordinates, derivatives of coordinates, derivatives of the cost. */
    List<String> state() {
        return state;
    }

    /** What a scheme moves: coordinates and their derivatives. */
    List<String> moved() {
        return moved;
    }

    Tangents tangents() {
        return tangents;
    }

    /**
     * A term of the step of a coordinate; of a derivative, the derivative of that term.
     * @param own the term of a coordinate
     */
    Expression term(String name, Function<String, Expression> own) {
        Tangents.Tangent tangent = tangents.named().get(name);
        return tangent == null ? own.apply(name) : tangents.derivative(own.apply(tangent.of()), tangent.parameter());
    }

    Averages averages() {
        return averages;
    }

    Written written() {
        return written;
    }

    int sources() {
        return agentSources.size();
    }

    int commonSources() {
        return commonSources.size();
    }

    /** b_j, or its derivative. */
    Expression drift(String name) {
        return term(name, coordinate -> written.expand(model.drift().get(coordinate)));
    }

    /** What a step moves a coordinate by per unit of time: the drift, about the centre where there is one. */
    Expression driftOfStep(String coordinate) {
        return linear == null ? drift(coordinate) : linear.drift(coordinate);
    }

    /** From here on states are measured from a centre. */
    void centre(LinearDrift drift) {
        linear = drift;
    }

    /** s_jw by source, or their derivatives; those that are 0 are none. */
    Map<String, Expression> noise(String name) {
        return noise(name, (coordinate, amplitude) -> amplitude);
    }

    /** Terms made of s_jw by source, or their derivatives. */
    Map<String, Expression> noise(String name, Term made) {
        return amplitudes(name, model.noise(), made);
    }

    /** s0_jz by source, or their derivatives; those that are 0 are none. */
    Map<String, Expression> commonNoise(String name) {
        return commonNoise(name, (coordinate, amplitude) -> amplitude);
    }

    /** Terms made of s0_jz by source, or their derivatives. */
    Map<String, Expression> commonNoise(String name, Term made) {
        return amplitudes(name, model.commonNoise(), made);
    }

    Optional<Expression> cost() {
        return model.cost().map(written::expand);
    }

    /** g differentiated by a parameter. */
    Expression costRate(String parameter) {
        return tangents.derivative(cost().orElseThrow(), parameter);
    }

    /** Whether no end has absorbed an agent; empty where no end absorbs. */
    Optional<Expression> lives() {
        return lives;
    }

    /**
     * A value of agents that live, another of those that do not.
     * @param at states that tell
     */
    Node ofLiving(Environment at, Node value, Node otherwise) {
        return lives.map(condition -> graph.apply(Operation.WHERE, graph.lower(condition, at), value, otherwise))
                .orElse(value);
    }

    /** Standard normal of an agent's source. */
    Node normal(String source) {
        return graph.input(Source.NORMAL, agentSources.indexOf(source));
    }

    /** Standard normal of a source of the population. */
    Node common(String source) {
        return graph.input(Source.COMMON, commonSources.indexOf(source));
    }

    /** Everything that an agent carries as it is before the step. */
    List<Node> before() {
        List<Node> nodes = new ArrayList<>();
        for (int j = 0; j < state().size(); j++) {
            nodes.add(graph.input(Source.STATE, j));
        }
        return nodes;
    }

    /**
     * What names stand for at given states, the first of what an agent carries.
     * @param atEnd whether time is that of the step's end
     */
    Environment at(List<Node> states, boolean atEnd) {
        Map<String, Node> nodes = new HashMap<>();
        for (int j = 0; j < states.size(); j++) {
            nodes.put(state.get(j), states.get(j));
        }
        int mark = 0;
        for (String name : model.marks().keySet()) {
            nodes.put(name, graph.input(Source.MARK, mark++));
        }
        nodes.put("label", graph.input(Source.LABEL, 0));
        int pair = 0;
        for (String name : model.pairs().keySet()) {
            nodes.put(name, graph.input(Source.PAIR, pair++));
        }
        Map<Average, Node> means = new HashMap<>();
        averages.numbers().forEach((average, number) -> means.put(average, graph.input(Source.MEAN, number)));
        return new Environment(nodes, Map.of(Terms.STEP.name(), new Name("h")), means, atEnd);
    }

    private Map<String, Expression> amplitudes(String name, Map<String, Map<String, Expression>> all, Term made) {
        Tangents.Tangent tangent = tangents.named().get(name);
        Map<String, Expression> amplitudes = new LinkedHashMap<>();
        all.getOrDefault(tangent == null ? name : tangent.of(), Map.of()).forEach((source, written) -> {
            Expression amplitude = this.written.expand(written);
            Expression term = term(name, coordinate -> made.of(coordinate, amplitude));
            if (!Increment.isZero(tangent == null ? amplitude : term)) {
                amplitudes.put(source, term);
            }
        });
        return amplitudes;
    }
}
