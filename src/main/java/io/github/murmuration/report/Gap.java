package io.github.murmuration.report;

import io.github.murmuration.exact.TimeStepping;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * A simulated quantity that is not what it should be.
 *
 * @param found by simulation
 * @param exact in continuous time
 * @param standardError of their difference
 * @param scale of the quantity, in the units that errors of time stepping are in
 * @param error of time stepping in the quantity
 */
record Gap(
        String quantity,
        double found,
        double exact,
        double standardError,
        double scale,
        ToDoubleFunction<TimeStepping.Error> error) {

    /** A difference below this fraction of the quantity goes down in proportion to the step. */
    private static final double ASYMPTOTIC = 0.1;

    /** The steps of a scheme explain a difference when they make at least this fraction of it. */
    private static final double EXPLAINS = 0.1;

    /** Standard errors that a bias may stay below without being noticed. */
    private static final double UNNOTICED = 2;

    double standardErrors() {
        return Math.abs(found - exact) / standardError;
    }

    boolean isExplainedBy(TimeStepping stepping, int steps) {
        return !(error.applyAsDouble(stepping.error(steps)) < EXPLAINS * relative());
    }

    /** A number of steps that leaves a bias below sampling error; empty when it is out of reach. */
    OptionalInt steps(TimeStepping stepping, int steps) {
        double tolerance = UNNOTICED * standardError / scale;
        if (relative() > ASYMPTOTIC) {
            double predicted = error.applyAsDouble(stepping.error(steps)) / relative();
            return stepping.stepsFor(error, tolerance * Math.min(1, predicted), steps);
        }
        double wanted = steps * relative() / tolerance;
        return wanted < Integer.MAX_VALUE ? OptionalInt.of((int) Math.ceil(wanted)) : OptionalInt.empty();
    }

    String words() {
        String value = Numbers.estimate(found, standardError);
        return quantity + " " + value + " where " + Numbers.estimate(exact, standardError) + " is exact, "
                + Numbers.significant(standardErrors(), 2) + " standard errors off";
    }

    private double relative() {
        return Math.abs(found - exact) / scale;
    }
}
