package io.github.murmuration.model;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * x' = x + b h + s w + s s' (w^2 - h) / 2, w = r xi, s' the derivative of s by its own coordinate: strong order 1 where s depends on no
 * other. What s depends on through means adds terms of order h N^(-1/2), which are left out. Source: P. Kloeden, E. Platen, Numerical
 * Solution of Stochastic Differential Equations (1992), 10.3.
 */
record Milstein() implements Stepping {

    @Override
    public List<Node> step(Equations equations, Increment increment) {
        List<Node> before = equations.before();
        Environment now = equations.at(before, false);
        List<Node> after = new ArrayList<>();
        for (int j = 0; j < equations.moved().size(); j++) {
            String name = equations.moved().get(j);
            Node sum = increment.plusNoise(name, now, increment.drift(equations.drift(name), now));
            for (String source : equations.noise(name).keySet()) {
                sum = plusCorrection(equations, increment, name, source, now, sum);
            }
            after.add(increment.moved(before.get(j), increment.plusCommonNoise(name, now, sum)));
        }
        return after;
    }

    private static Node plusCorrection(
            Equations equations, Increment increment, String name, String source, Environment now, Node sum) {
        Expression half = equations.term(name, coordinate -> half(equations, coordinate, source));
        if (Increment.isZero(half)) {
            return sum;
        }
        Graph graph = equations.graph();
        Node w = graph.apply(Operation.MULTIPLY, graph.lower(increment.root(), now), equations.normal(source));
        Node excess = graph.apply(Operation.FMS, w, w, graph.lower(Terms.STEP, now));
        return graph.apply(Operation.FMA, graph.lower(half, now), excess, sum);
    }

    /** s s' / 2. */
    private static Expression half(Equations equations, String coordinate, String source) {
        Expression amplitude = equations.noise(coordinate).getOrDefault(source, Terms.number(0));
        Expression derivative = Derivative.of(amplitude, coordinate);
        return Increment.isZero(derivative)
                ? derivative
                : Terms.product(Terms.number(0.5), Terms.product(amplitude, derivative));
    }
}
