package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Parser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A graph with names of every rank: states x, y, z (STATE 0 to 2), means m, k (MEAN 0 and 1), mean(x) (MEAN 2), parameters
 * c = 3 and r = 2 t + h.
 */
final class Model {
    static final Map<String, Expression> TIMES = Map.of("c", Parser.parse("3", Set.of()), "r", ofTime("2*t + h"));

    private static final List<String> NAMES = List.of("x", "y", "z", "m", "k", "c", "r");

    final Graph graph = new Graph();
    final Map<String, Node> nodes = Map.of(
            "x", graph.input(Source.STATE, 0),
            "y", graph.input(Source.STATE, 1),
            "z", graph.input(Source.STATE, 2),
            "m", graph.input(Source.MEAN, 0),
            "k", graph.input(Source.MEAN, 1));

    private static Expression ofTime(String text) {
        return Parser.parse(text, Set.of("h"));
    }

    static Expression parse(String text) {
        return Parser.parse(text, Set.copyOf(NAMES));
    }

    Node lower(Expression expression, boolean atEnd) {
        Average mean = new Average(Average.Kind.MEAN, new Name("x"), null, 0);
        Map<Average, Node> averages = Map.of(mean, graph.input(Source.MEAN, 2));
        return graph.lower(expression, new Environment(nodes, TIMES, averages, atEnd));
    }

    /** The program whose outputs are these. */
    Program program(String... outputs) {
        return program(Stream.of(outputs).map(Model::parse).toList());
    }

    Program program(List<Expression> outputs) {
        return graph.program(
                outputs.stream().map(output -> lower(output, false)).toList());
    }
}
