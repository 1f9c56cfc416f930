package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Average;
import java.util.function.ToIntFunction;

/**
 * An expression made ready to be evaluated very often, in float64: what it reads are places in an array. Its values are those of
 * {@link Expression#value}; of values that were asked for lately it keeps some, so that it belongs to one thread.
 */
@FunctionalInterface
public interface Formula {

    double at(double[] values);

    /**
     * @param names places of the names that it reads, {@code pi} excepted
     * @param averages places of the averages that it reads
     */
    static Formula of(Expression expression, ToIntFunction<String> names, ToIntFunction<Average> averages) {
        return new FormulaAssembly(names, averages).of(expression);
    }
}
