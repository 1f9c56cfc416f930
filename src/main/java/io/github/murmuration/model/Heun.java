package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The trapezoidal rule, which solves the equation in the sense of Stratonovich: with an Euler step to x*,
 *
 * <pre>x' = x + (a(t, x) + a(t + h, x*)) / 2,   a = b h + s w + s0 w0</pre>
 *
 * Means are those at the beginning of the step. Source: P. Kloeden, E. Platen, Numerical Solution of Stochastic Differential Equations
 * (1992), 15.1.
 */
record Heun() implements Stepping {

    private static final Expression HALF = Terms.number(0.5);

    @Override
    public List<Node> step(Equations equations, Increment increment) {
        List<Node> before = equations.before();
        List<Node> first = increments(equations, increment, equations.at(before, false));
        List<Node> predicted = new ArrayList<>();
        for (int j = 0; j < first.size(); j++) {
            predicted.add(increment.moved(before.get(j), first.get(j)));
        }
        List<Node> second = increments(equations, increment, equations.at(predicted, true));
        List<Node> after = new ArrayList<>();
        Graph graph = equations.graph();
        Node half = graph.time(HALF, false);
        for (int j = 0; j < first.size(); j++) {
            Node a = first.get(j);
            Node b = second.get(j);
            if (a == null || b == null) {
                Node only = a == null ? b : a;
                after.add(only == null ? before.get(j) : graph.apply(Operation.FMA, half, only, before.get(j)));
            } else {
                after.add(graph.apply(Operation.FMA, half, graph.apply(Operation.ADD, a, b), before.get(j)));
            }
        }
        return after;
    }

    private static List<Node> increments(Equations equations, Increment increment, Environment at) {
        List<Node> sums = new ArrayList<>();
        for (String name : equations.moved()) {
            Node sum = increment.plusNoise(name, at, increment.drift(equations.drift(name), at));
            sums.add(increment.plusCommonNoise(name, at, sum));
        }
        return sums;
    }
}
