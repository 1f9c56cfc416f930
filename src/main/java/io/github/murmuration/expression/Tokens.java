package io.github.murmuration.expression;

import java.util.List;

/** The words of a text, read from left to right. */
final class Tokens {
    private final String text;
    private final List<Token> tokens;
    private int next;

    Tokens(String text) {
        this.text = text;
        this.tokens = Lexer.read(text);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        return tokens.get(next++);
    }

    boolean takes(String word) {
        boolean found = peek().is(word);
        next += found ? 1 : 0;
        return found;
    }

    /** The parenthesis that closes this one. */
    void close(Token open) {
        if (peek().kind() == Token.Kind.END) {
            throw failure("( is not closed", open.position());
        }
        if (!takes(")")) {
            throw leftOver();
        }
    }

    /** Nothing is left. */
    void end() {
        if (peek().kind() != Token.Kind.END) {
            throw leftOver();
        }
    }

    private ExpressionException leftOver() {
        Token token = peek();
        if (token.is(")")) {
            return failure(") closes nothing", token.position());
        }
        if (token.is(",")) {
            return failure("a comma stands between arguments of a function, nowhere else", token.position());
        }
        return failure("an operator such as * is missing before " + token.shown(), token.position());
    }

    /** There is no number, name or parenthesis where one must be. */
    ExpressionException nothing() {
        Token token = peek();
        String found = token.kind() == Token.Kind.END ? "where the text ends" : "not " + token.shown();
        return failure("a number, a name or ( is expected here, " + found, token.position());
    }

    ExpressionException failure(String problem, int position) {
        return new ExpressionException(problem, text, position);
    }
}
