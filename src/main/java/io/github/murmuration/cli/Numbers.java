package io.github.murmuration.cli;

import io.github.murmuration.scenario.NumberText;
import io.github.murmuration.scenario.ScenarioException;

/** Numbers on the command line, written as in scenario files: 1e6 and 1_000_000 too. */
final class Numbers {

    private Numbers() {}

    /** @throws ScenarioException not a positive finite number */
    static double positive(String option, String text) {
        double value = NumberText.parse(text).orElse(0);
        if (value > 0 && Double.isFinite(value)) {
            return value;
        }
        throw ScenarioException.refused(option, text, "a positive number");
    }

    /** @throws ScenarioException not a whole number, or not in the range */
    static long whole(String option, String text, long least, long most) {
        double value = NumberText.parse(text).orElse(Double.NaN);
        if (value != Math.rint(value) || value < least || value > most) {
            throw ScenarioException.refused(option, text, "a whole number from " + least + " to " + most);
        }
        return (long) value;
    }
}
