package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The rules of the arithmetic said a second time, without a graph: ranks are looked up anew at every node.
 *
 * @param agents values of names of rank AGENT
 * @param replicas values of names of rank REPLICA
 * @param time value in float64 of an expression that reads none of both
 */
record TreeInFloat32(Map<String, Float> agents, Map<String, Float> replicas, ToDoubleFunction<Expression> time) {

    float value(Expression tree) {
        if (rank(tree) == 0) {
            return (float) time.applyAsDouble(tree);
        }
        if (tree instanceof Name name) {
            return agents.containsKey(name.name()) ? agents.get(name.name()) : replicas.get(name.name());
        }
        Apply apply = (Apply) tree;
        Expression a = apply.arguments().get(0);
        Expression b = apply.arguments().get(apply.arguments().size() - 1);
        int rank = rank(tree);
        return switch (apply.function()) {
            case ADD ->
                isProduct(a, rank)
                        ? Math.fma(first(a), second(a), value(b))
                        : isProduct(b, rank) ? Math.fma(first(b), second(b), value(a)) : value(a) + value(b);
            case SUBTRACT ->
                isProduct(a, rank)
                        ? Math.fma(first(a), second(a), -value(b))
                        : isProduct(b, rank) ? Math.fma(-first(b), second(b), value(a)) : value(a) - value(b);
            case GREATER -> value(a) > value(b) ? 1 : 0;
            case GREATER_EQUAL -> value(a) >= value(b) ? 1 : 0;
            case POWER -> power(value(a), b);
            default -> plain(apply);
        };
    }

    private float plain(Apply apply) {
        float[] operands = new float[3];
        List<Expression> arguments = apply.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            operands[i] = value(arguments.get(i));
        }
        return Operation.valueOf(apply.function().name()).apply(operands[0], operands[1], operands[2]);
    }

    private float power(float a, Expression b) {
        double exponent = isConstant(b) ? time.applyAsDouble(b) : Double.NaN;
        if (exponent != Math.rint(exponent) || Double.isInfinite(exponent)) {
            return Operation.EXP.apply(value(b) * Operation.LOG.apply(a, 0, 0), 0, 0);
        }
        if (exponent == 0) {
            return 1;
        }
        return exponent < 0 ? 1 / product(a, -exponent) : product(a, exponent);
    }

    private static float product(float a, double n) {
        if (n == 1) {
            return a;
        }
        float root = product(a, Math.floor(n / 2));
        return n % 2 == 0 ? root * root : root * root * a;
    }

    private boolean isProduct(Expression tree, int rank) {
        return rank(tree) == rank
                && tree instanceof Apply apply
                && (apply.function() == Function.MULTIPLY || isSquare(apply));
    }

    private boolean isSquare(Apply apply) {
        Expression last = apply.arguments().get(apply.arguments().size() - 1);
        return apply.function() == Function.POWER && isConstant(last) && time.applyAsDouble(last) == 2;
    }

    private float first(Expression product) {
        return value(((Apply) product).arguments().get(0));
    }

    private float second(Expression product) {
        Apply apply = (Apply) product;
        return value(apply.arguments().get(apply.function() == Function.MULTIPLY ? 1 : 0));
    }

    private static boolean isConstant(Expression tree) {
        return tree.with(Model.TIMES).names().isEmpty();
    }

    private int rank(Expression tree) {
        if (tree.names().stream().anyMatch(agents::containsKey)) {
            return 2;
        }
        return tree.names().stream().anyMatch(replicas::containsKey) ? 1 : 0;
    }
}
