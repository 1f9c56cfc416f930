package io.github.murmuration.model;

import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of the cost so far: each is a sum of g' h over steps, and what its rounding has kept from it. Source: W. Kahan, Commun. ACM 8
 * (1965).
 */
final class Costs {

    private final Equations equations;
    private final Graph graph;

    Costs(Equations equations) {
        this.equations = equations;
        this.graph = equations.graph();
    }

    /** After a step. */
    List<Node> after() {
        Environment now = equations.at(equations.before(), false);
        List<Node> after = new ArrayList<>();
        for (String parameter : equations.tangents().paying()) {
            Node sum = carried(Tangents.cost(parameter));
            Node lost = carried(Tangents.lost(parameter));
            Node rate = graph.lower(Terms.product(equations.costRate(parameter), Terms.STEP), now);
            Node added = graph.apply(Operation.SUBTRACT, rate, lost);
            Node total = graph.apply(Operation.ADD, sum, added);
            after.add(total);
            after.add(graph.apply(Operation.SUBTRACT, graph.apply(Operation.SUBTRACT, total, sum), added));
        }
        return after;
    }

    private Node carried(String name) {
        return graph.input(Source.STATE, equations.state().indexOf(name));
    }
}
