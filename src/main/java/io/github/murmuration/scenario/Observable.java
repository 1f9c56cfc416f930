package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;

/** A value of the whole population that is recorded at every step. */
public sealed interface Observable {

    /** A function of means, parameters and time. */
    record Formula(Expression expression) implements Observable {}

    /** Least value so far of the observed formula of that name. */
    record RunningMinimum(String of) implements Observable {}

    /** Largest value so far of the observed formula of that name. */
    record RunningMaximum(String of) implements Observable {}
}
