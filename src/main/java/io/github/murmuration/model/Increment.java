package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import java.util.Map;

/** What a coordinate moves by in a step, term by term: fma(s r, xi, b h), with r = sqrt(h / m), xi the sum of m normals. */
final class Increment {

    private final Equations equations;
    private final Graph graph;
    private final Expression root;

    Increment(Equations equations, int noisePerStep) {
        this.equations = equations;
        this.graph = equations.graph();
        this.root = Terms.root(noisePerStep == 1 ? Terms.STEP : Terms.quotient(Terms.STEP, Terms.number(noisePerStep)));
    }

    /** r: what a normal is multiplied with, besides its amplitude. */
    Expression root() {
        return root;
    }

    /** b h; null for no drift. */
    Node drift(Expression drift, Environment now) {
        return isZero(drift) ? null : graph.lower(Terms.product(drift, Terms.STEP), now);
    }

    /**
     * Adds s r xi of every source of the agent's.
     * @param sum null for nothing yet
     */
    Node plusNoise(String coordinate, Environment now, Node sum) {
        for (Map.Entry<String, Expression> source : equations.noise(coordinate).entrySet()) {
            sum = plus(source.getValue(), equations.normal(source.getKey()), now, sum);
        }
        return sum;
    }

    /** Adds s0 r xi0 of every source of the population's. */
    Node plusCommonNoise(String coordinate, Environment now, Node sum) {
        for (Map.Entry<String, Expression> source :
                equations.commonNoise(coordinate).entrySet()) {
            sum = plus(source.getValue(), equations.common(source.getKey()), now, sum);
        }
        return sum;
    }

    /** x plus a sum, which may be null for nothing. */
    Node moved(Node x, Node sum) {
        return sum == null ? x : graph.apply(Operation.ADD, x, sum);
    }

    private Node plus(Expression amplitude, Node normal, Environment now, Node sum) {
        Node factor = graph.lower(Terms.product(amplitude, root), now);
        return sum == null
                ? graph.apply(Operation.MULTIPLY, factor, normal)
                : graph.apply(Operation.FMA, factor, normal, sum);
    }

    static boolean isZero(Expression expression) {
        return expression instanceof Literal literal && literal.value() == 0
                || expression instanceof Constant constant && constant.value() == 0;
    }
}
