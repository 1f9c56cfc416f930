package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.List;

/** A number that the expressions of a model name. */
public sealed interface Parameter {

    /** A function of time, constants and other parameters; a number is one of nothing. */
    record Formula(Expression expression) implements Parameter {}

    /** Straight between (times[i], values[i]); constant before the first and after the last. */
    record Ramp(List<Double> times, List<Double> values) implements Parameter {
        public Ramp {
            times = List.copyOf(times);
            values = List.copyOf(values);
            increasing("ramp", times, values);
        }
    }

    /** values[i] from times[i] on, that time included; values[0] also before. */
    record Steps(List<Double> times, List<Double> values) implements Parameter {
        public Steps {
            times = List.copyOf(times);
            values = List.copyOf(values);
            increasing("steps", times, values);
        }
    }

    /** values[l - 1] for the agents of label l. */
    record ByLabel(List<Double> values) implements Parameter {
        public ByLabel {
            values = List.copyOf(values);
            Check.notEmpty("by-label", values.size(), "one value per component of initial");
            singles("by-label", values);
        }
    }

    private static void increasing(String path, List<Double> times, List<Double> values) {
        Check.notEmpty(path + ".times", times.size(), "at least one time");
        Check.count(path + ".values", values.size(), times.size(), "one per time");
        singles(path + ".values", values);
        for (int i = 0; i < times.size(); i++) {
            Check.finite(path + ".times[" + i + "]", times.get(i));
            if (i > 0 && !(times.get(i - 1) < times.get(i))) {
                String accepted = "more than the time before, " + Check.text(times.get(i - 1));
                throw ScenarioException.refused(path + ".times[" + i + "]", Check.text(times.get(i)), accepted);
            }
        }
    }

    private static void singles(String path, List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            Check.single(path + "[" + i + "]", values.get(i));
        }
    }
}
