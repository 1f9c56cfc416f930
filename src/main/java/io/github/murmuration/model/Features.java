package io.github.murmuration.model;

import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of an agent. Those of an agent that an end has absorbed are their references, so that it adds nothing to sums about them.
 */
final class Features {

    private final Equations equations;
    private final Graph graph;
    private final Environment at;
    private final int d;

    /** @param at states that the features are of */
    Features(Equations equations, Environment at) {
        this.equations = equations;
        this.graph = equations.graph();
        this.at = at;
        this.d = equations.state().size();
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Averages.Feature feature : equations.averages().features()) {
            Node reference = graph.input(Source.REFERENCE, d + nodes.size());
            nodes.add(equations.ofLiving(at, value(feature), reference));
        }
        equations
                .lives()
                .ifPresent(lives -> nodes.add(graph.lower(Terms.where(lives, Terms.number(1), Terms.number(0)), at)));
        return nodes;
    }

    private Node value(Averages.Feature feature) {
        return feature.expression() != null
                ? graph.lower(feature.expression(), at)
                : graph.apply(Operation.MULTIPLY, departure(feature.first()), departure(feature.second()));
    }

    /** Of a channel from its reference. */
    private Node departure(int channel) {
        Node value = channel < d
                ? at.nodes().get(equations.state().get(channel))
                : graph.lower(equations.averages().features().get(channel - d).expression(), at);
        return graph.apply(Operation.SUBTRACT, value, graph.input(Source.REFERENCE, channel));
    }
}
