package io.github.murmuration.model;

import static io.github.murmuration.model.Terms.difference;
import static io.github.murmuration.model.Terms.number;
import static io.github.murmuration.model.Terms.product;
import static io.github.murmuration.model.Terms.sum;

import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.expression.Names;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Partners;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pair means: what of a pair they are means of, and over whom. Of a coordinate on a circle of length L, {@code other.x} is the image nearest to
 * x, x_j + L floor((x - x_j)/L + 1/2) in float32. Partners beyond a radius have the value 0: {@code where(r^2 <= R^2, K, 0)}.
 */
final class Pairs {

    private static final Expression HALF = number(0.5);

    private final CustomModel model;
    private final Equations equations;
    private final Graph graph;

    Pairs(CustomModel model, Equations equations) {
        this.model = model;
        this.equations = equations;
        this.graph = equations.graph();
    }

    /** The value of a pair, for every pair mean. */
    List<Node> values() {
        Environment both = environment();
        List<Node> values = new ArrayList<>();
        for (Expression pair : model.pairs().values()) {
            values.add(graph.lower(cut(equations.written().expand(pair)), both));
        }
        return values;
    }

    PartnerChoice partners() {
        if (model.partners() instanceof Partners.Batch batch) {
            return new PartnerChoice.Batch(batch.size());
        }
        if (model.partners() instanceof Partners.Within within) {
            List<PartnerChoice.Axis> axes =
                    within.coordinates(model.state()).stream().map(this::axis).toList();
            return new PartnerChoice.Within(within.radius(), axes);
        }
        return new PartnerChoice.All();
    }

    private PartnerChoice.Axis axis(String name) {
        int j = model.state().indexOf(name);
        return model.boundary().get(name) instanceof Boundary.Periodic circle
                ? new PartnerChoice.Axis(j, circle.low(), circle.high())
                : new PartnerChoice.Axis(j, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private Expression cut(Expression value) {
        if (!(model.partners() instanceof Partners.Within within)) {
            return value;
        }
        Expression square = within.coordinates(model.state()).stream()
                .map(name -> difference(other(name), new Name(name)))
                .map(departure -> product(departure, departure))
                .reduce(Terms::sum)
                .orElseThrow();
        Expression near = new Apply(Function.LESS_EQUAL, square, number(within.radius() * within.radius()));
        return Terms.where(near, value, number(0));
    }

    private Environment environment() {
        Environment own = equations.at(equations.before(), false);
        Map<String, Node> nodes = new HashMap<>(own.nodes());
        for (int j = 0; j < model.state().size(); j++) {
            String name = model.state().get(j);
            Node other = graph.input(Source.OTHER_STATE, j);
            boolean circle = model.boundary().get(name) instanceof Boundary.Periodic;
            nodes.put(
                    other(name).name(),
                    circle ? nearest(name, other, own.nodes().get(name)) : other);
        }
        int mark = 0;
        for (String name : model.marks().keySet()) {
            nodes.put(other(name).name(), graph.input(Source.OTHER_MARK, mark++));
        }
        nodes.put(other("label").name(), graph.input(Source.OTHER_LABEL, 0));
        return new Environment(nodes, own.times(), own.averages(), false);
    }

    /** The image of a coordinate of the partner. */
    private Node nearest(String name, Node other, Node own) {
        double length = Circles.length((Boundary.Periodic) model.boundary().get(name));
        Expression turns = new Apply(
                Function.FLOOR, sum(product(difference(new Name(name), other(name)), number(1 / length)), HALF));
        Map<String, Node> both = Map.of(name, own, other(name).name(), other);
        return graph.lower(
                sum(product(number(length), turns), other(name)), new Environment(both, Map.of(), Map.of(), false));
    }

    private static Name other(String name) {
        return new Name(Names.OTHER + name);
    }
}
