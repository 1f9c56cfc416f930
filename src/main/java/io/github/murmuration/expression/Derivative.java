package io.github.murmuration.expression;

import static io.github.murmuration.expression.Function.*;

import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Constant;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import java.util.List;
import java.util.Map;

/** Derivatives of trees: sums and products with 0 and 1 are simplified, nothing else is. */
public final class Derivative {
    private static final Expression ZERO = new Literal(0);
    private static final Expression ONE = new Literal(1);

    private final Map<String, Expression> rates;
    private final boolean ofAverages;

    private Derivative(Map<String, Expression> rates, boolean ofAverages) {
        this.rates = rates;
        this.ofAverages = ofAverages;
    }

    /**
     * The derivative by a name. Conditions and steps of {@code sign} and {@code floor} do not count: it is that of the
     * branch which is taken. An average does not depend on the name.
     */
    public static Expression of(Expression expression, String name) {
        return new Derivative(Map.of(name, ONE), false).of(expression);
    }

    /**
     * The rate at which an expression changes while these names, constants of these names among them, change at these rates, for
     * every agent: averages change with what is averaged. Steps do not count.
     */
    public static Expression along(Expression expression, Map<String, Expression> rates) {
        return new Derivative(rates, true).of(expression);
    }

    private Expression of(Expression expression) {
        if (expression instanceof Name read) {
            return rates.getOrDefault(read.name(), ZERO);
        }
        if (expression instanceof Constant constant) {
            return rates.getOrDefault(constant.name(), ZERO);
        }
        if (expression instanceof Average average) {
            return ofAverages ? ofAverage(average) : ZERO;
        }
        return expression instanceof Apply apply ? ofApply(apply) : ZERO;
    }

    /** cov(a, b)' = cov(a', b) + cov(a, b'); the variance of a is cov(a, a). */
    private Expression ofAverage(Average average) {
        Expression first = average.first();
        return switch (average.kind()) {
            case MEAN -> mean(of(first), average.label());
            case VARIANCE -> times(new Literal(2), covariance(first, of(first), average.label()));
            case COVARIANCE ->
                plus(
                        covariance(average.second(), of(first), average.label()),
                        covariance(first, of(average.second()), average.label()));
        };
    }

    private static Expression mean(Expression rate, int label) {
        return rate instanceof Literal ? rate : new Average(Average.Kind.MEAN, rate, null, label);
    }

    private static Expression covariance(Expression other, Expression rate, int label) {
        return rate instanceof Literal ? ZERO : new Average(Average.Kind.COVARIANCE, other, rate, label);
    }

    private Expression ofApply(Apply apply) {
        if (apply.function().isCondition()) {
            return ZERO;
        }
        List<Expression> inner = apply.arguments().stream().map(this::of).toList();
        if (inner.stream().allMatch(ZERO::equals)) {
            return ZERO;
        }
        return apply.function().arity() == 1 ? ofOne(apply, inner.get(0)) : ofSeveral(apply, inner);
    }

    private static Expression ofOne(Apply apply, Expression du) {
        Expression u = apply.arguments().get(0);
        return switch (apply.function()) {
            case NEGATE -> new Apply(NEGATE, du);
            case EXP -> times(apply, du);
            case LOG -> over(du, u);
            case SQRT -> whereMoved(du, over(du, times(new Literal(2), apply)));
            case SIN -> times(new Apply(COS, u), du);
            case COS -> new Apply(NEGATE, times(new Apply(SIN, u), du));
            case TANH -> times(minus(ONE, times(apply, apply)), du);
            case ABS -> times(new Apply(SIGN, u), du);
            case SIGN, FLOOR -> ZERO;
            default -> throw new IllegalArgumentException(apply.function().text());
        };
    }

    private static Expression ofSeveral(Apply apply, List<Expression> inner) {
        Expression u = apply.arguments().get(0);
        Expression v = apply.arguments().get(1);
        Expression du = inner.get(0);
        Expression dv = inner.get(1);
        return switch (apply.function()) {
            case ADD -> plus(du, dv);
            case SUBTRACT -> minus(du, dv);
            case MULTIPLY -> plus(times(du, v), times(u, dv));
            case DIVIDE -> minus(over(du, v), over(times(apply, dv), v));
            case POWER -> power(apply, du, dv);
            case ATAN2 -> over(minus(times(v, du), times(u, dv)), plus(times(u, u), times(v, v)));
            case MIN -> new Apply(WHERE, new Apply(LESS, u, v), du, dv);
            case MAX -> new Apply(WHERE, new Apply(GREATER, u, v), du, dv);
            case WHERE -> new Apply(WHERE, u, dv, inner.get(2));
            default -> throw new IllegalArgumentException(apply.function().text());
        };
    }

    /** v u^(v-1) du for an exponent that does not depend on the name, else u^v (dv log u + v du / u). */
    private static Expression power(Apply power, Expression du, Expression dv) {
        Expression u = power.arguments().get(0);
        Expression v = power.arguments().get(1);
        if (dv.equals(ZERO)) {
            Expression slope = times(times(v, new Apply(POWER, u, new Apply(SUBTRACT, v, ONE))), du);
            return v instanceof Literal exponent && exponent.value() >= 1 ? slope : whereMoved(du, slope);
        }
        return times(power, plus(times(dv, new Apply(LOG, u)), over(times(v, du), u)));
    }

    /** 0 where the rate is 0, as of sqrt(max(x, 0)) at {@code x < 0}, where the slope is infinite. */
    private static Expression whereMoved(Expression rate, Expression value) {
        return rate instanceof Literal ? value : new Apply(WHERE, new Apply(EQUAL, rate, ZERO), ZERO, value);
    }

    private static Expression plus(Expression a, Expression b) {
        if (a.equals(ZERO)) {
            return b;
        }
        return b.equals(ZERO) ? a : new Apply(ADD, a, b);
    }

    private static Expression minus(Expression a, Expression b) {
        if (b.equals(ZERO)) {
            return a;
        }
        return a.equals(ZERO) ? new Apply(NEGATE, b) : new Apply(SUBTRACT, a, b);
    }

    private static Expression times(Expression a, Expression b) {
        if (a.equals(ZERO) || b.equals(ZERO)) {
            return ZERO;
        }
        if (a.equals(ONE)) {
            return b;
        }
        return b.equals(ONE) ? a : new Apply(MULTIPLY, a, b);
    }

    private static Expression over(Expression a, Expression b) {
        if (a.equals(ZERO)) {
            return ZERO;
        }
        return b.equals(ONE) ? a : new Apply(DIVIDE, a, b);
    }
}
