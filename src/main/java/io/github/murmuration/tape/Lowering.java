package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees become nodes. Whether a product and a sum become one operation is decided here, on the tree, before equal values
 * become one: what else a graph holds changes no bits.
 */
record Lowering(Graph graph, Environment environment) {
    private static final Literal ONE = new Literal(1);

    Node node(Expression expression) {
        return node(value(expression));
    }

    private Node node(Value value) {
        return value.node() != null ? value.node() : graph.time(value.ofTime(), environment.atEnd());
    }

    private Value value(Expression expression) {
        if (expression instanceof Name name) {
            return value(name);
        }
        if (expression instanceof Average average) {
            return given(environment.averages().get(average), average.text());
        }
        if (expression instanceof Constant constant) {
            return Value.ofTime(Rank.CONSTANT, new Literal(constant.value()));
        }
        return expression instanceof Apply apply ? value(apply) : Value.ofTime(Rank.CONSTANT, expression);
    }

    private Value value(Name name) {
        if (name.name().equals("pi")) {
            return Value.ofTime(Rank.CONSTANT, name);
        }
        if (name.name().equals("t")) {
            return Value.ofTime(Rank.TIME, name);
        }
        Expression time = environment.times().get(name.name());
        return time != null
                ? Value.ofTime(time.names().isEmpty() ? Rank.CONSTANT : Rank.TIME, time)
                : given(environment.nodes().get(name.name()), name.name());
    }

    private static Value given(Node node, String text) {
        if (node == null) {
            throw new IllegalArgumentException(text + " stands for nothing");
        }
        return Value.of(Rank.REPLICA.with(node.rank()), node);
    }

    private Value value(Apply apply) {
        List<Value> arguments = new ArrayList<>();
        Rank rank = Rank.CONSTANT;
        for (Expression argument : apply.arguments()) {
            Value value = value(argument);
            arguments.add(value);
            rank = rank.with(value.rank());
        }
        Function function = apply.function();
        return rank.compareTo(Rank.TIME) <= 0
                ? Value.ofTime(
                        rank,
                        new Apply(
                                function, arguments.stream().map(Value::ofTime).toList()))
                : inFloat32(function, rank, arguments);
    }

    private Value inFloat32(Function function, Rank rank, List<Value> arguments) {
        return switch (function) {
            case ADD -> Value.of(rank, sum(rank, arguments.get(0), arguments.get(1)));
            case SUBTRACT -> Value.of(rank, difference(rank, arguments.get(0), arguments.get(1)));
            case MULTIPLY -> product(rank, node(arguments.get(0)), node(arguments.get(1)));
            case POWER -> power(rank, node(arguments.get(0)), arguments.get(1));
            default -> Value.of(rank, plain(function, arguments));
        };
    }

    /** A + B: fma(A1, A2, B) if A is a product of the node's own rank, else fma(B1, B2, A) if B is one. */
    private Node sum(Rank rank, Value a, Value b) {
        if (a.isProductOf(rank)) {
            return fused(Operation.FMA, a, b);
        }
        return b.isProductOf(rank) ? fused(Operation.FMA, b, a) : graph.apply(Operation.ADD, node(a), node(b));
    }

    /** A - B: fma(A1, A2, -B) if A is a product of the node's own rank, else fma(-B1, B2, A) if B is one. */
    private Node difference(Rank rank, Value a, Value b) {
        if (a.isProductOf(rank)) {
            return fused(Operation.FMS, a, b);
        }
        return b.isProductOf(rank) ? fused(Operation.FNMA, b, a) : graph.apply(Operation.SUBTRACT, node(a), node(b));
    }

    private Node fused(Operation operation, Value product, Value other) {
        return graph.apply(
                operation, product.factors().get(0), product.factors().get(1), node(other));
    }

    private Value product(Rank rank, Node a, Node b) {
        return new Value(rank, null, graph.apply(Operation.MULTIPLY, a, b), List.of(a, b));
    }

    /** a^b: products for a whole constant b, else exp(b log a). The square is a product like any other. */
    private Value power(Rank rank, Node a, Value b) {
        double exponent = b.rank() == Rank.CONSTANT ? b.ofTime().value(Lowering::noName) : Double.NaN;
        if (exponent == 2) {
            return product(rank, a, a);
        }
        boolean whole = exponent == Math.rint(exponent) && Double.isFinite(exponent);
        return Value.of(rank, whole ? wholePower(a, exponent) : generalPower(a, node(b)));
    }

    private static double noName(String name) {
        throw new IllegalStateException("a constant reads no " + name);
    }

    private Node wholePower(Node a, double n) {
        Node one = graph.time(ONE, false);
        if (n == 0) {
            return one;
        }
        return n < 0 ? graph.apply(Operation.DIVIDE, one, repeated(a, -n)) : repeated(a, n);
    }

    /** a^n by squaring, the leading bits of n first. */
    private Node repeated(Node a, double n) {
        if (n == 1) {
            return a;
        }
        Node root = repeated(a, Math.floor(n / 2));
        Node square = graph.apply(Operation.MULTIPLY, root, root);
        return n % 2 == 0 ? square : graph.apply(Operation.MULTIPLY, square, a);
    }

    private Node generalPower(Node a, Node b) {
        return graph.apply(Operation.EXP, graph.apply(Operation.MULTIPLY, b, graph.apply(Operation.LOG, a)));
    }

    private Node plain(Function function, List<Value> arguments) {
        Node[] nodes = arguments.stream().map(this::node).toArray(Node[]::new);
        return switch (function) {
            case GREATER -> graph.apply(Operation.LESS, nodes[1], nodes[0]);
            case GREATER_EQUAL -> graph.apply(Operation.LESS_EQUAL, nodes[1], nodes[0]);
            default -> graph.apply(Operation.valueOf(function.name()), nodes);
        };
    }
}
