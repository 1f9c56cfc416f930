package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import java.util.HashMap;
import java.util.Map;

/** Constants, within expressions too, at which a function has no value. */
final class DomainRules {
    private final CustomModel model;
    private final Map<String, Double> constants = new HashMap<>();

    private DomainRules(CustomModel model) {
        this.model = model;
    }

    static void check(CustomModel model) {
        DomainRules rules = new DomainRules(model);
        model.parameters().keySet().forEach(rules::checkParameter);
        ModelExpressions.forEach(model, rules::check);
    }

    /** Those that it uses first. */
    private void checkParameter(String name) {
        if (constants.containsKey(name) || !(model.parameters().get(name) instanceof Parameter.Formula formula)) {
            return;
        }
        formula.expression().names().forEach(this::checkParameter);
        String path = "dynamics.parameters." + name;
        check(path, formula.expression());
        if (isConstant(formula.expression())) {
            double value = value(formula.expression());
            Check.finite(path, value);
            constants.put(name, value);
        }
    }

    private void check(String path, Expression expression) {
        if (expression instanceof Average average) {
            check(path, average.first());
            if (average.second() != null) {
                check(path, average.second());
            }
        } else if (expression instanceof Apply apply) {
            apply.arguments().forEach(argument -> check(path, argument));
            checkValue(path, apply);
        }
    }

    private void checkValue(String path, Apply apply) {
        Expression first = apply.arguments().get(0);
        switch (apply.function()) {
            case LOG -> refuseIf(isConstant(first) && value(first) <= 0, path, apply, "the logarithm of a number > 0");
            case SQRT -> refuseIf(isConstant(first) && value(first) < 0, path, apply, "the root of a number >= 0");
            case DIVIDE -> {
                Expression divisor = apply.arguments().get(1);
                refuseIf(isConstant(divisor) && value(divisor) == 0, path, apply, "a divisor other than 0");
            }
            case POWER -> {
                boolean negative = isConstant(first) && value(first) < 0;
                refuseIf(
                        negative && !isWhole(apply.arguments().get(1)),
                        path,
                        apply,
                        "a whole exponent of a negative number");
            }
            default -> {}
        }
    }

    private static void refuseIf(boolean refused, String path, Expression expression, String accepted) {
        if (refused) {
            throw ScenarioException.refused(path, expression.text(), accepted);
        }
    }

    private boolean isWhole(Expression exponent) {
        return isConstant(exponent) && Math.rint(value(exponent)) == value(exponent);
    }

    private boolean isConstant(Expression expression) {
        return constants.keySet().containsAll(expression.names())
                && expression.averages().isEmpty();
    }

    private double value(Expression expression) {
        return expression.value(constants::get);
    }
}
