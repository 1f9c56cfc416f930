package io.github.murmuration.model;

import static io.github.murmuration.model.Terms.difference;
import static io.github.murmuration.model.Terms.number;
import static io.github.murmuration.model.Terms.product;
import static io.github.murmuration.model.Terms.quotient;
import static io.github.murmuration.model.Terms.where;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import java.util.Map;

/** What becomes of a coordinate that a step took beyond an end of its interval. */
final class Boundaries {

    private static final Name X = new Name("$x");

    private final Graph graph;

    Boundaries(Graph graph) {
        this.graph = graph;
    }

    Node within(Boundary boundary, Node x) {
        if (boundary instanceof Boundary.Periodic circle) {
            return around(circle, x);
        }
        Node inside = boundary instanceof Boundary.Reflecting ? mirrored(boundary.low(), boundary.high(), x) : x;
        return held(boundary.low(), boundary.high(), inside);
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
        Node fromLow = held(Function.MAX, circle.low(), turned);
        Expression atHigh = new Apply(Function.GREATER_EQUAL, X, number(circle.high()));
        return graph.lower(where(atHigh, number(circle.low()), X), names(Map.of(X.name(), fromLow)));
    }

    /** One mirror at the end that x is beyond. */
    private Node mirrored(double low, double high, Node x) {
        Node inside = x;
        if (low != Double.NEGATIVE_INFINITY) {
            inside = mirrored(Function.LESS, low, inside);
        }
        return high == Double.POSITIVE_INFINITY ? inside : mirrored(Function.GREATER, high, inside);
    }

    private Node held(double low, double high, Node x) {
        Node inside = x;
        if (low != Double.NEGATIVE_INFINITY) {
            inside = held(Function.MAX, low, inside);
        }
        return high == Double.POSITIVE_INFINITY ? inside : held(Function.MIN, high, inside);
    }

    private Node mirrored(Function beyond, double end, Node x) {
        Expression image = difference(number(2 * end), X);
        Expression mirrored = where(new Apply(beyond, X, number(end)), image, X);
        return graph.lower(mirrored, names(Map.of(X.name(), x)));
    }

    private Node held(Function function, double end, Node x) {
        return graph.lower(new Apply(function, X, number(end)), names(Map.of(X.name(), x)));
    }

    private static Environment names(Map<String, Node> nodes) {
        return new Environment(nodes, Map.of(), Map.of(), false);
    }
}
