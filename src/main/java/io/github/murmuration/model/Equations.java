package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The equations of a model as a scheme reads them: drift, amplitudes of its sources of noise, and the values that a graph has of them. */
final class Equations {

    private final CustomModel model;
    private final Written written;
    private final Optional<Expression> lives;
    private final Averages averages;
    private final List<String> agentSources = new ArrayList<>();
    private final List<String> commonSources = new ArrayList<>();
    private final Graph graph = new Graph();
    private LinearDrift linear;

    Equations(CustomModel model) {
        this.model = model;
        this.written = new Written(model);
        this.lives = Living.condition(model);
        this.averages = new Averages(model.state(), lives.isPresent());
        model.state().forEach(name -> {
            noise(name).keySet().forEach(source -> add(agentSources, source));
            commonNoise(name).keySet().forEach(source -> add(commonSources, source));
            averages.read(drift(name));
            noise(name).values().forEach(averages::read);
            commonNoise(name).values().forEach(averages::read);
        });
        cost().ifPresent(averages::read);
    }

    private static void add(List<String> sources, String name) {
        if (!sources.contains(name)) {
            sources.add(name);
        }
    }

    Graph graph() {
        return graph;
    }

    List<String> state() {
        return model.state();
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

    /** b_j; 0 where there is none. */
    Expression drift(String coordinate) {
        Expression drift = model.drift().get(coordinate);
        return drift == null ? new Literal(0) : written.expand(drift);
    }

    /** What a step moves a coordinate by per unit of time: the drift, about the centre where there is one. */
    Expression driftOfStep(String coordinate) {
        return linear == null ? drift(coordinate) : linear.drift(coordinate);
    }

    /** From here on states are measured from a centre. */
    void centre(LinearDrift drift) {
        linear = drift;
    }

    /** s_jw by source; those that are 0 are none. */
    Map<String, Expression> noise(String coordinate) {
        return expanded(model.noise().getOrDefault(coordinate, Map.of()));
    }

    /** s0_jz by source; those that are 0 are none. */
    Map<String, Expression> commonNoise(String coordinate) {
        return expanded(model.commonNoise().getOrDefault(coordinate, Map.of()));
    }

    Optional<Expression> cost() {
        return model.cost().map(written::expand);
    }

    /** Whether no end has absorbed an agent; empty where no end absorbs. */
    Optional<Expression> lives() {
        return lives;
    }

    /** A value of agents that live, another of those that do not. @param at states that tell */
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

    /** States as they are before the step. */
    List<Node> before() {
        List<Node> nodes = new ArrayList<>();
        for (int j = 0; j < state().size(); j++) {
            nodes.add(graph.input(Source.STATE, j));
        }
        return nodes;
    }

    /** What names stand for at given states. @param atEnd whether time is that of the step's end */
    Environment at(List<Node> states, boolean atEnd) {
        Map<String, Node> nodes = new HashMap<>();
        for (int j = 0; j < state().size(); j++) {
            nodes.put(state().get(j), states.get(j));
        }
        int mark = 0;
        for (String name : model.marks().keySet()) {
            nodes.put(name, graph.input(Source.MARK, mark++));
        }
        nodes.put("label", graph.input(Source.LABEL, 0));
        Map<Average, Node> means = new HashMap<>();
        averages.numbers().forEach((average, number) -> means.put(average, graph.input(Source.MEAN, number)));
        return new Environment(nodes, Map.of(Terms.STEP.name(), new Name("h")), means, atEnd);
    }

    private Map<String, Expression> expanded(Map<String, Expression> amplitudes) {
        Map<String, Expression> expanded = new LinkedHashMap<>();
        amplitudes.forEach((source, amplitude) -> expanded.put(source, written.expand(amplitude)));
        expanded.values().removeIf(Increment::isZero);
        return expanded;
    }
}
