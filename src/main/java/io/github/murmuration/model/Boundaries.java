package io.github.murmuration.model;

import static io.github.murmuration.model.Terms.difference;
import static io.github.murmuration.model.Terms.number;
import static io.github.murmuration.model.Terms.product;
import static io.github.murmuration.model.Terms.quotient;
import static io.github.murmuration.model.Terms.where;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of a coordinate that a step took beyond an end of its interval. */
final class Boundaries {

    private static final Name X = new Name("$x");
    private static final Name Y = new Name("$y");

    private final Graph graph;

    Boundaries(Graph graph) {
        this.graph = graph;
    }

    Node within(Boundary boundary, Node x) {
        if (boundary instanceof Boundary.Periodic circle) {
            return around(circle, x);
        }
        Node inside = x;
        for (Expression stage : stages(boundary)) {
            inside = graph.lower(stage, names(Map.of(X.name(), inside)));
        }
        return inside;
    }

    /** x - L floor((x - low) / L), L in two parts so that turns take no angle with them; high becomes low. */
    private Node around(Boundary.Periodic circle, Node x) {
        double length = circle.high() - circle.low();
        float coarse = (float) length;
        Expression turns = new Apply(Function.FLOOR, quotient(difference(X, number(circle.low())), number(length)));
        Node whole = graph.lower(turns, names(Map.of(X.name(), x)));
        Environment both = names(Map.of(X.name(), x, "$turns", whole));
        Expression rest = difference(X, product(number(coarse), new Name("$turns")));
        if (length != coarse) {
            rest = difference(rest, product(number(length - coarse), new Name("$turns")));
        }
        Node turned = graph.lower(rest, both);
        Node fromLow = graph.lower(new Apply(Function.MAX, X, number(circle.low())), names(Map.of(X.name(), turned)));
        Expression atHigh = new Apply(Function.GREATER_EQUAL, X, number(circle.high()));
        return graph.lower(where(atHigh, number(circle.low()), X), names(Map.of(X.name(), fromLow)));
    }

    /** The derivative of a coordinate y = dx/dp that a step took to x: mirrored with it, and 0 where x is held. */
    Node tangentWithin(Boundary boundary, Node x, Node y) {
        if (boundary instanceof Boundary.Periodic) {
            return y;
        }
        Node inside = x;
        Node tangent = y;
        for (Expression stage : stages(boundary)) {
            Expression rate = Derivative.along(stage, Map.of(X.name(), Y));
            tangent = graph.lower(rate, names(Map.of(X.name(), inside, Y.name(), tangent)));
            inside = graph.lower(stage, names(Map.of(X.name(), inside)));
        }
        return tangent;
    }

    /** One mirror at the end that x is beyond where ends reflect, then held within. */
    private static List<Expression> stages(Boundary boundary) {
        boolean mirrored = boundary instanceof Boundary.Reflecting;
        boolean low = boundary.low() != Double.NEGATIVE_INFINITY;
        boolean high = boundary.high() != Double.POSITIVE_INFINITY;
        List<Expression> stages = new ArrayList<>();
        if (mirrored && low) {
            stages.add(mirror(Function.LESS, boundary.low()));
        }
        if (mirrored && high) {
            stages.add(mirror(Function.GREATER, boundary.high()));
        }
        if (low) {
            stages.add(new Apply(Function.MAX, X, number(boundary.low())));
        }
        if (high) {
            stages.add(new Apply(Function.MIN, X, number(boundary.high())));
        }
        return stages;
    }

    private static Expression mirror(Function beyond, double end) {
        return where(new Apply(beyond, X, number(end)), difference(number(2 * end), X), X);
    }

    private static Environment names(Map<String, Node> nodes) {
        return new Environment(nodes, Map.of(), Map.of(), false);
    }
}
