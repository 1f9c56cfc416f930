package io.github.murmuration.sim;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Expressions of every function and of a stated depth. */
final class RandomTrees {

    private static final List<Function> NUMBERS = Stream.of(Function.values())
            .filter(function -> !function.isCondition())
            .toList();
    private static final List<Function> CONDITIONS =
            Stream.of(Function.values()).filter(Function::isCondition).toList();

    /** Depth of what stands beside the deepest branch, at most. */
    private static final int BESIDE = 2;

    private final Random random;

    RandomTrees(Random random) {
        this.random = random;
    }

    /**
     * A number of that depth exactly.
     * @param leaves what it is made of, besides numbers
     */
    Expression number(int depth, List<Expression> leaves) {
        if (depth == 0) {
            return random.nextInt(5) == 0 ? literal() : leaves.get(random.nextInt(leaves.size()));
        }
        Function function = NUMBERS.get(random.nextInt(NUMBERS.size()));
        if (function == Function.POWER && random.nextBoolean()) {
            return new Apply(function, number(depth - 1, leaves), new Literal(random.nextInt(7)));
        }
        return apply(function, depth, leaves);
    }

    /** Within [-bound, bound] wherever the agent is, NaN included: {@code where(abs(e) < bound, e, otherwise)}. */
    static Expression held(Expression e, double bound, Expression otherwise) {
        Expression small = new Apply(Function.LESS, new Apply(Function.ABS, e), new Literal(bound));
        return new Apply(Function.WHERE, small, e, otherwise);
    }

    static Expression name(String name) {
        return new Name(name);
    }

    private Expression apply(Function function, int depth, List<Expression> leaves) {
        int deepest = random.nextInt(function.arity());
        Expression[] arguments = new Expression[function.arity()];
        for (int i = 0; i < arguments.length; i++) {
            int below = i == deepest ? depth - 1 : Math.min(depth - 1, random.nextInt(BESIDE + 1));
            arguments[i] = function.takesCondition(i)
                    ? condition(Math.max(below, 1 + random.nextInt(BESIDE)), leaves)
                    : number(below, leaves);
        }
        return new Apply(function, arguments);
    }

    private Expression condition(int depth, List<Expression> leaves) {
        Function function = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
        boolean joins = function.takesCondition(0);
        return apply(joins && depth <= 1 ? Function.LESS : function, depth, leaves);
    }

    private Literal literal() {
        return new Literal(random.nextInt(1, 400) / 64.0);
    }
}
