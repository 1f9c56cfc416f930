package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import java.util.Optional;

/**
 * The derivative of a quantity of the population by a parameter.
 *
 * @param quantity {@code mean_j}, {@code cost} (so far), or the name of what is observed
 * @param value of averages; NaN where there is a jump
 * @param variance of what it is the mean of, over the agents; empty where it is no mean over agents
 * @param extremeOf formula of a running extreme: the derivative is that of the formula at the time of the extreme
 * @param jump of what is observed, which the parameter moves
 */
public record Sensitivity(
        String quantity,
        String parameter,
        Expression value,
        Optional<Expression> variance,
        Optional<String> extremeOf,
        Optional<Expression> jump) {}
