package io.github.murmuration.expression;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts of trees, with no more parentheses than they need. */
final class Printer {

    /** How tightly the operators bind. */
    private static final int DISJUNCTION = 1;

    private static final int CONJUNCTION = 2;
    private static final int NEGATION = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGNED = 7;
    private static final int POWER = 8;
    private static final int OPERAND = 9;

    /** Whole numbers below it are written without an exponent. */
    private static final double WRITTEN_OUT = 1e15;

    private Printer() {}

    static String print(Expression expression) {
        if (expression instanceof Constant constant) {
            return print(new Literal(constant.value()));
        }
        if (expression instanceof Literal literal) {
            return number(literal.value());
        }
        if (expression instanceof Name name) {
            return name.name();
        }
        return expression instanceof Average average ? average(average) : apply((Apply) expression);
    }

    /** Whole numbers without a point: 1e6 is 1000000. */
    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WRITTEN_OUT;
        return whole && !isMinusZero(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isMinusZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static String average(Average average) {
        Stream<String> averaged = Stream.of(average.first(), average.second())
                .filter(expression -> expression != null)
                .map(Printer::print);
        Stream<String> label = average.label() == 0 ? Stream.of() : Stream.of(Integer.toString(average.label()));
        return called(average.kind().text(), Stream.concat(averaged, label));
    }

    private static String apply(Apply apply) {
        Function function = apply.function();
        List<Expression> arguments = apply.arguments();
        int level = level(function);
        return switch (level) {
            case OPERAND -> called(function.text(), arguments.stream().map(Printer::print));
            case NEGATION -> "not " + within(NEGATION, arguments.get(0));
            case SIGNED -> "-" + within(SIGNED, arguments.get(0));
            case POWER -> within(OPERAND, arguments.get(0)) + "^" + within(SIGNED, arguments.get(1));
            case PRODUCT -> joined(arguments, PRODUCT, function.text(), PRODUCT + 1);
            case COMPARISON -> joined(arguments, SUM, " " + function.text() + " ", SUM);
            default -> joined(arguments, level, " " + function.text() + " ", level + 1);
        };
    }

    private static String called(String name, Stream<String> arguments) {
        return name + arguments.collect(Collectors.joining(", ", "(", ")"));
    }

    private static String joined(List<Expression> arguments, int left, String operator, int right) {
        return within(left, arguments.get(0)) + operator + within(right, arguments.get(1));
    }

    private static String within(int loosest, Expression expression) {
        String text = print(expression);
        return level(expression) >= loosest ? text : "(" + text + ")";
    }

    private static int level(Expression expression) {
        if (expression instanceof Apply apply) {
            return level(apply.function());
        }
        if (expression instanceof Constant constant) {
            return level(new Literal(constant.value()));
        }
        boolean signed = expression instanceof Literal literal && (literal.value() < 0 || isMinusZero(literal.value()));
        return signed ? SIGNED : OPERAND;
    }

    private static int level(Function function) {
        return switch (function) {
            case OR -> DISJUNCTION;
            case AND -> CONJUNCTION;
            case NOT -> NEGATION;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case NEGATE -> SIGNED;
            case POWER -> POWER;
            default -> OPERAND;
        };
    }
}
