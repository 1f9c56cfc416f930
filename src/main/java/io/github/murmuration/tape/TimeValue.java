package io.github.murmuration.tape;

import io.github.murmuration.expression.Expression;

/**
 * A value of the row of a step: computed in float64, rounded once to float32.
 *
 * @param expression of {@code t}, the time, and {@code h}, the step; it reads no other names
 * @param atEnd whether t is the end of the step, not its beginning
 */
public record TimeValue(Expression expression, boolean atEnd) {}
