package io.github.murmuration.report;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions as MathML Core, which browsers set without help. */
final class MathMl {

    /** How tightly what is written binds, from loosest. */
    private static final int LOGICAL = 1;

    private static final int COMPARISON = 2;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int POWER = 5;
    private static final int OPERAND = 6;

    private static final Map<String, String> GREEK = greek();

    private MathMl() {}

    /**
     * A formula in a line of text.
     * @param parts of MathML
     */
    static String formula(String... parts) {
        return "<math>" + String.join("", parts) + "</math>";
    }

    static String operator(String text) {
        return "<mo>" + Escaped.html(text) + "</mo>";
    }

    /** A name: greek letters by their names, and what follows an underscore as an index. */
    static String name(String name) {
        int underscore = name.indexOf('_');
        if (underscore > 0 && underscore < name.length() - 1) {
            return "<msub>" + name(name.substring(0, underscore)) + name(name.substring(underscore + 1)) + "</msub>";
        }
        return "<mi>" + Escaped.html(GREEK.getOrDefault(name, name)) + "</mi>";
    }

    static String number(double value) {
        String text = Numbers.significant(value, 6);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return literal(text);
        }
        return "<mrow>" + literal(text.substring(0, exponent)) + operator("\u00b7") + "<msup><mn>10</mn><mrow>"
                + literal(text.substring(exponent + 1)) + "</mrow></msup></mrow>";
    }

    private static String literal(String text) {
        return text.startsWith("-")
                ? operator("\u2212") + "<mn>" + text.substring(1) + "</mn>"
                : "<mn>" + text + "</mn>";
    }

    /** In parentheses where it is a sum. */
    static String factor(Expression expression) {
        return within(PRODUCT, expression);
    }

    static String of(Expression expression) {
        if (expression instanceof Constant constant) {
            return number(constant.value());
        }
        if (expression instanceof Literal literal) {
            return number(literal.value());
        }
        if (expression instanceof Name name) {
            return variable(name.name());
        }
        return expression instanceof Average average ? average(average) : apply((Apply) expression);
    }

    /** What belongs to a partner has a prime. */
    private static String variable(String name) {
        return name.startsWith("other.")
                ? "<msup>" + name(name.substring("other.".length())) + operator("\u2032") + "</msup>"
                : name(name);
    }

    static String mean(Expression averaged) {
        return row(operator("\u27e8"), of(averaged), operator("\u27e9"));
    }

    private static String average(Average average) {
        String value = switch (average.kind()) {
            case MEAN -> mean(average.first());
            case VARIANCE -> called("Var", List.of(average.first()));
            case COVARIANCE -> called("Cov", List.of(average.first(), average.second()));
        };
        return average.label() == 0 ? value : "<msub>" + value + "<mn>" + average.label() + "</mn></msub>";
    }

    private static String apply(Apply apply) {
        List<Expression> of = apply.arguments();
        return switch (apply.function()) {
            case ADD -> row(within(SUM, of.get(0)), operator("+"), within(SUM, of.get(1)));
            case SUBTRACT -> row(within(SUM, of.get(0)), operator("\u2212"), within(PRODUCT, of.get(1)));
            case MULTIPLY -> row(within(PRODUCT, of.get(0)), operator("\u22c5"), within(PRODUCT, of.get(1)));
            case DIVIDE -> "<mfrac>" + row(of(of.get(0))) + row(of(of.get(1))) + "</mfrac>";
            case NEGATE -> row(operator("\u2212"), within(PRODUCT, of.get(0)));
            case POWER -> "<msup>" + within(OPERAND, of.get(0)) + row(of(of.get(1))) + "</msup>";
            case EXP -> "<msup><mi>e</mi>" + row(of(of.get(0))) + "</msup>";
            case SQRT -> "<msqrt>" + of(of.get(0)) + "</msqrt>";
            case ABS -> row(operator("|"), of(of.get(0)), operator("|"));
            case FLOOR -> row(operator("\u230a"), of(of.get(0)), operator("\u230b"));
            case WHERE -> cases(of);
            case NOT -> row(operator("\u00ac"), within(OPERAND, of.get(0)));
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> relation(apply);
            default -> called(apply.function().text(), of);
        };
    }

    private static String relation(Apply apply) {
        int side = level(apply) == COMPARISON ? SUM : COMPARISON;
        return row(
                within(side, apply.arguments().get(0)),
                operator(sign(apply.function())),
                within(side, apply.arguments().get(1)));
    }

    private static String sign(Function relation) {
        return switch (relation) {
            case LESS_EQUAL -> "\u2264";
            case GREATER_EQUAL -> "\u2265";
            case EQUAL -> "=";
            case NOT_EQUAL -> "\u2260";
            case AND -> "\u2227";
            case OR -> "\u2228";
            default -> relation.text();
        };
    }

    /** The first value where the condition holds, and the other elsewhere. */
    private static String cases(List<Expression> of) {
        return row(
                operator("{"),
                "<mtable><mtr><mtd>" + of(of.get(1)) + "</mtd><mtd><mtext>where&#160;</mtext>" + of(of.get(0))
                        + "</mtd></mtr><mtr><mtd>" + of(of.get(2))
                        + "</mtd><mtd><mtext>elsewhere</mtext></mtd></mtr></mtable>");
    }

    private static String called(String function, List<Expression> arguments) {
        return row(
                "<mi>" + function + "</mi>",
                operator("("),
                arguments.stream().map(MathMl::of).collect(Collectors.joining(operator(","))),
                operator(")"));
    }

    private static String row(String... parts) {
        return "<mrow>" + String.join("", parts) + "</mrow>";
    }

    private static String within(int loosest, Expression expression) {
        return level(expression) >= loosest ? of(expression) : row(operator("("), of(expression), operator(")"));
    }

    private static int level(Expression expression) {
        if (expression instanceof Apply apply) {
            return switch (apply.function()) {
                case AND, OR -> LOGICAL;
                case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
                case ADD, SUBTRACT, NEGATE -> SUM;
                case MULTIPLY, DIVIDE, WHERE -> PRODUCT;
                case POWER, EXP, NOT -> POWER;
                default -> OPERAND;
            };
        }
        boolean signed = expression instanceof Literal literal && literal.value() < 0
                || expression instanceof Constant constant && constant.value() < 0;
        return signed ? SUM : OPERAND;
    }

    private static Map<String, String> greek() {
        String[] names =
                ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho final sigma tau"
                                + " upsilon phi chi psi omega")
                        .split(" ");
        Map<String, String> letters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            letters.put(names[i], Character.toString('\u03b1' + i));
        }
        letters.remove("final");
        return letters;
    }
}
