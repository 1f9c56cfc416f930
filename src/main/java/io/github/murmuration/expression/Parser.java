package io.github.murmuration.expression;

import java.util.Set;

/** Reads expressions. */
public final class Parser {
    private Parser() {}

    /**
     * The tree of a text.
     *
     * @param names that may stand in it besides {@code t}, {@code pi} and {@code label}
     * @throws ExpressionException if it is no expression
     */
    public static Expression parse(String text, Set<String> names) {
        throw new ExpressionException("not read yet", text, 0);
    }
}
