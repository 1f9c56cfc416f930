package io.github.murmuration.laboratory;

import io.github.murmuration.scenario.Parameter;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a written model at one time, in float64: formulas and ramps. */
final class ParameterValues {

    private final Map<String, Parameter> parameters;
    private final double t;
    private final Map<String, Double> known = new HashMap<>();

    ParameterValues(Map<String, Parameter> parameters, double t) {
        this.parameters = parameters;
        this.t = t;
        known.put("t", t);
    }

    double of(String name) {
        Double value = known.get(name);
        if (value == null) {
            value = of(parameters.get(name));
            known.put(name, value);
        }
        return value;
    }

    private double of(Parameter parameter) {
        return parameter instanceof Parameter.Ramp ramp
                ? straight(ramp)
                : ((Parameter.Formula) parameter).expression().value(this::of);
    }

    private double straight(Parameter.Ramp ramp) {
        int last = ramp.times().size() - 1;
        int i = 0;
        while (i < last - 1 && ramp.times().get(i + 1) <= t) {
            i++;
        }
        double from = ramp.times().get(i);
        double share = Math.max(0, Math.min(1, (t - from) / (ramp.times().get(i + 1) - from)));
        return ramp.values().get(i)
                + share * (ramp.values().get(i + 1) - ramp.values().get(i));
    }
}
