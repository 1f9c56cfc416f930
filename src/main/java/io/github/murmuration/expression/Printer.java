package io.github.murmuration.expression;

/** Texts of trees. */
final class Printer {
    String print(Expression expression) {
        throw new UnsupportedOperationException();
    }
}
