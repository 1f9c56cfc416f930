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

    /** @throws IllegalArgumentException the boundary absorbs: agents do not leave a population */
    Node within(Boundary boundary, Node x) {
        if (boundary instanceof Boundary.Absorbing) {
            throw new IllegalArgumentException(
                    "boundary: absorbing is read, but no agent is absorbed; give periodic or reflecting");
        }
        if (boundary instanceof Boundary.Periodic circle) {
            return around(circle, x);
        }
        return mirrored(boundary.low(), boundary.high(), x);
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
        for (Expression stage : mirrors(boundary.low(), boundary.high())) {
            Expression rate = Derivative.along(stage, Map.of(X.name(), Y));
            tangent = graph.lower(rate, names(Map.of(X.name(), inside, Y.name(), tangent)));
            inside = graph.lower(stage, names(Map.of(X.name(), inside)));
        }
        return tangent;
    }

    /** One mirror at the end that x is beyond, then held within. */
    private Node mirrored(double low, double high, Node x) {
        Node inside = x;
        for (Expression stage : mirrors(low, high)) {
            inside = graph.lower(stage, names(Map.of(X.name(), inside)));
        }
        return inside;
    }

    private static List<Expression> mirrors(double low, double high) {
        List<Expression> stages = new ArrayList<>();
        if (low != Double.NEGATIVE_INFINITY) {
            stages.add(mirror(Function.LESS, low));
        }
        if (high != Double.POSITIVE_INFINITY) {
            stages.add(mirror(Function.GREATER, high));
        }
        if (low != Double.NEGATIVE_INFINITY) {
            stages.add(new Apply(Function.MAX, X, number(low)));
        }
        if (high != Double.POSITIVE_INFINITY) {
            stages.add(new Apply(Function.MIN, X, number(high)));
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
