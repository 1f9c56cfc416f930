package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Literal;
import java.util.List;

/** Puts parts of a tree together: conditions where conditions belong, constants finite, no tree too deep for a stack. */
final class Assembly {
    private static final int DEEPEST = 256;

    private final Tokens tokens;

    Assembly(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @param place of the operator or of the function's name */
    Part apply(Function function, Token place, List<Part> arguments) {
        checkCount(function, place, arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            checkKind(function.takesCondition(i), arguments.get(i));
        }
        Expression tree =
                new Apply(function, arguments.stream().map(Part::expression).toList());
        int start = Math.min(place.position(), arguments.get(0).position());
        return new Part(tree, start, depth(place, arguments), constant(function, place, arguments));
    }

    private void checkCount(Function function, Token place, int count) {
        if (count != function.arity()) {
            String arguments = function.arity() == 1 ? " argument" : " arguments";
            String problem = function.text() + " takes " + function.arity() + arguments + ", not " + count;
            throw tokens.failure(problem, place.position());
        }
    }

    private void checkKind(boolean condition, Part part) {
        if (condition && !part.isCondition()) {
            throw tokens.failure("a condition such as x > 0 is expected here, not a number", part.position());
        }
        if (!condition) {
            number(part);
        }
    }

    private int depth(Token place, List<Part> arguments) {
        int depth = 1 + arguments.stream().mapToInt(Part::depth).max().orElseThrow();
        if (depth > DEEPEST) {
            String problem = "more than " + DEEPEST + " operations one inside another; group them with parentheses";
            throw tokens.failure(problem, place.position());
        }
        return depth;
    }

    private double constant(Function function, Token place, List<Part> arguments) {
        if (!arguments.stream().allMatch(Part::isConstant)) {
            return Double.NaN;
        }
        double value =
                function.value(arguments.stream().mapToDouble(Part::constant).toArray());
        if (!Double.isFinite(value)) {
            throw tokens.failure(function.text() + " of these constants is " + value, place.position());
        }
        return value;
    }

    /** This part, a number. */
    Part number(Part part) {
        if (part.isCondition()) {
            String problem = "a number is expected here, not a condition; where(condition, a, b) makes a number of it";
            throw tokens.failure(problem, part.position());
        }
        return part;
    }

    Part literal(Token token) {
        double value = Double.parseDouble(token.text());
        if (Float.isInfinite((float) value)) {
            throw tokens.failure(
                    token.shown() + " is beyond float32; the largest number is " + Float.MAX_VALUE, token.position());
        }
        return new Part(new Literal(value), token.position(), 0, value);
    }
}
