package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Trees of every function, made at random. */
public final class RandomExpressions {
    private final Random random;
    private final List<String> names;
    private final List<Function> numbers;
    private final List<Function> conditions;

    /** @param functions that may stand in the trees */
    public RandomExpressions(long seed, List<String> names, Predicate<Function> functions) {
        this.random = new Random(seed);
        this.names = names;
        this.numbers = Stream.of(Function.values())
                .filter(functions)
                .filter(function -> !function.isCondition())
                .toList();
        this.conditions = Stream.of(Function.values())
                .filter(functions)
                .filter(Function::isCondition)
                .toList();
    }

    /** A number of at most this depth. */
    public Expression next(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(4) == 0
                    ? new Literal(random.nextInt(1, 400) / 64.0)
                    : new Name(names.get(random.nextInt(names.size())));
        }
        return apply(numbers.get(random.nextInt(numbers.size())), depth);
    }

    private Expression apply(Function function, int depth) {
        Expression[] arguments = new Expression[function.arity()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = function.takesCondition(i) ? condition(depth - 1) : next(depth - 1);
        }
        return new Apply(function, arguments);
    }

    private Expression condition(int depth) {
        Function function = conditions.get(random.nextInt(conditions.size()));
        boolean joins = function.takesCondition(0);
        return apply(joins && depth <= 0 ? Function.LESS : function, Math.max(1, depth));
    }
}
