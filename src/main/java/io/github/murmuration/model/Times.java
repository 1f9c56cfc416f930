package io.github.murmuration.model;

import io.github.murmuration.tape.TimeValue;
import java.util.List;

/** Functions of time in float64, rounded once. */
final class Times {

    private Times() {}

    /**
     * @param t at the beginning of the step, in the units of time of the model.
     * @param h the step
     */
    static float[] at(List<TimeValue> values, double t, double h) {
        float[] times = new float[values.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = at(values.get(i), t, t + h, h);
        }
        return times;
    }

    static float at(TimeValue value, double t, double end, double h) {
        return (float) value.expression().value(name -> switch (name) {
            case "t" -> value.atEnd() ? end : t;
            case "h" -> h;
            default -> throw new IllegalArgumentException(name + " is no time");
        });
    }
}
