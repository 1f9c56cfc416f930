package io.github.murmuration.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions by recursive descent, a method per level of precedence, the loosest first. */
public final class Parser {
    private static final int DEEPEST = 100;

    private static final Map<String, Function> COMPARISONS = Map.of(
            "<", Function.LESS,
            "<=", Function.LESS_EQUAL,
            ">", Function.GREATER,
            ">=", Function.GREATER_EQUAL,
            "==", Function.EQUAL,
            "!=", Function.NOT_EQUAL);

    private final Tokens tokens;
    private final Assembly assembly;
    private final Operands operands;
    private int depth;

    private Parser(String text, Set<String> names) {
        this.tokens = new Tokens(text);
        this.assembly = new Assembly(tokens);
        this.operands = new Operands(tokens, assembly, names, () -> nested(this::disjunction));
    }

    /**
     * The tree of a text.
     *
     * @param names that may stand in it besides {@code t}, {@code pi} and {@code label}
     * @throws ExpressionException if it is no expression, or is a condition
     */
    public static Expression parse(String text, Set<String> names) {
        if (text.isBlank()) {
            throw new ExpressionException("an expression is expected; there is none", text, 0);
        }
        Parser parser = new Parser(text, names);
        Part whole = parser.disjunction();
        parser.tokens.end();
        return parser.assembly.number(whole).expression();
    }

    private Part disjunction() {
        return leftToRight(this::conjunction, Map.of("or", Function.OR));
    }

    private Part conjunction() {
        return leftToRight(this::negation, Map.of("and", Function.AND));
    }

    private Part negation() {
        Token first = tokens.peek();
        return tokens.takes("not")
                ? assembly.apply(Function.NOT, first, List.of(nested(this::negation)))
                : comparison();
    }

    private Part comparison() {
        Part left = sum();
        Token operator = tokens.peek();
        Function function = COMPARISONS.get(operator.text());
        if (function == null) {
            return left;
        }
        tokens.take();
        Part comparison = assembly.apply(function, operator, List.of(left, sum()));
        if (COMPARISONS.containsKey(tokens.peek().text())) {
            throw tokens.failure(
                    "comparisons are not chained; write a < b and b < c",
                    tokens.peek().position());
        }
        return comparison;
    }

    private Part sum() {
        return leftToRight(this::product, Map.of("+", Function.ADD, "-", Function.SUBTRACT));
    }

    private Part product() {
        return leftToRight(this::signed, Map.of("*", Function.MULTIPLY, "/", Function.DIVIDE));
    }

    private Part signed() {
        Token sign = tokens.peek();
        if (tokens.takes("-")) {
            return assembly.apply(Function.NEGATE, sign, List.of(nested(this::signed)));
        }
        return tokens.takes("+") ? assembly.number(nested(this::signed)) : power();
    }

    private Part power() {
        Part base = operands.read();
        Token operator = tokens.peek();
        return tokens.takes("^") ? assembly.apply(Function.POWER, operator, List.of(base, nested(this::signed))) : base;
    }

    private Part leftToRight(Supplier<Part> tighter, Map<String, Function> functions) {
        Part left = tighter.get();
        while (functions.containsKey(tokens.peek().text())) {
            Token operator = tokens.take();
            left = assembly.apply(functions.get(operator.text()), operator, List.of(left, tighter.get()));
        }
        return left;
    }

    private Part nested(Supplier<Part> inner) {
        if (depth == DEEPEST) {
            throw tokens.failure(
                    "nested more than " + DEEPEST + " deep", tokens.peek().position());
        }
        depth++;
        Part part = inner.get();
        depth--;
        return part;
    }
}
