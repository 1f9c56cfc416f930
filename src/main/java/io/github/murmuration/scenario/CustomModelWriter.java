package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Writes a model that a user wrote: the sections {@code dynamics} and {@code observe}, a line for every name. */
final class CustomModelWriter {
    private final StringBuilder text = new StringBuilder();

    private final ArrayText arrays;

    private CustomModelWriter(ArrayText arrays) {
        this.arrays = arrays;
    }

    /**
     * @param arrays where values of marks go
     */
    static String toYaml(CustomModel model, ArrayText arrays) {
        CustomModelWriter writer = new CustomModelWriter(arrays);
        writer.dynamics(model);
        writer.section("", "observe", model.observe(), CustomModelWriter::observable);
        return writer.text.toString();
    }

    private void dynamics(CustomModel model) {
        text.append("dynamics:\n  state: ").append(model.state()).append('\n');
        if (!model.marks().isEmpty()) {
            text.append("  marks:\n");
            model.marks()
                    .forEach((name, mark) -> text.append("    ")
                            .append(name)
                            .append(": ")
                            .append(mark(name, mark))
                            .append('\n'));
        }
        section("  ", "parameters", model.parameters(), CustomModelWriter::parameter);
        section("  ", "means", model.means(), Expression::text);
        section("  ", "pairs", model.pairs(), Expression::text);
        if (!model.pairs().isEmpty()) {
            text.append("  partners: ").append(partners(model.partners())).append('\n');
        }
        section("  ", "sources", model.sources(), Source::toString);
        section("  ", "drift", model.drift(), Expression::text);
        section("  ", "noise", noise(model), amplitudes -> amplitudes);
        section("  ", "common-noise", common(model), Expression::text);
        section("  ", "boundary", model.boundary(), CustomModelWriter::boundary);
        model.cost()
                .ifPresent(cost -> text.append("  cost: ").append(cost.text()).append('\n'));
        text.append("  horizon: ").append(model.horizon()).append('\n');
    }

    private <V> void section(String indent, String name, Map<String, V> values, Function<V, String> written) {
        if (!values.isEmpty()) {
            text.append(indent).append(name).append(":\n");
            values.forEach((key, value) -> text.append(indent)
                    .append("  ")
                    .append(key)
                    .append(": ")
                    .append(written.apply(value))
                    .append('\n'));
        }
    }

    /** Of agents, and of shared sources of the population; expressions of shared sources are a mapping by themselves. */
    private static Map<String, String> noise(CustomModel model) {
        Map<String, String> noise = new LinkedHashMap<>();
        model.noise().forEach((coordinate, amplitudes) -> add(noise, coordinate, amplitudes, true));
        model.commonNoise().forEach((coordinate, amplitudes) -> add(noise, coordinate, amplitudes, false));
        return noise;
    }

    private static void add(
            Map<String, String> noise, String coordinate, Map<String, Expression> amplitudes, boolean ownToo) {
        amplitudes.forEach((source, amplitude) -> {
            if (ownToo || !source.equals(coordinate)) {
                String line = "\n      " + source + ": " + amplitude.text();
                noise.merge(coordinate, line, String::concat);
            }
        });
    }

    private static Map<String, Expression> common(CustomModel model) {
        Map<String, Expression> own = new LinkedHashMap<>();
        model.commonNoise().forEach((coordinate, amplitudes) -> {
            if (amplitudes.containsKey(coordinate)) {
                own.put(coordinate, amplitudes.get(coordinate));
            }
        });
        return own;
    }

    private String mark(String name, Mark mark) {
        if (mark instanceof Mark.Gaussian gaussian) {
            return "{gaussian: {mean: " + gaussian.mean() + ", standard-deviation: " + gaussian.standardDeviation()
                    + "}}";
        }
        if (mark instanceof Mark.Mixture mixture) {
            return "{mixture: {weights: " + mixture.weights() + ", means: " + mixture.means()
                    + ", standard-deviations: " + mixture.standardDeviations() + "}}";
        }
        if (mark instanceof Mark.Samples samples) {
            double[][] rows =
                    samples.values().stream().map(value -> new double[] {value}).toArray(double[][]::new);
            return "{samples: " + arrays.rows("mark-" + name, rows) + "}";
        }
        if (mark instanceof Mark.Uniform uniform) {
            return "{uniform: [" + uniform.low() + ", " + uniform.high() + "]}";
        }
        Mark.Cauchy cauchy = (Mark.Cauchy) mark;
        return "{cauchy: {location: " + cauchy.location() + ", scale: " + cauchy.scale() + "}}";
    }

    private static String parameter(Parameter parameter) {
        if (parameter instanceof Parameter.Formula formula) {
            return formula.expression().text();
        }
        if (parameter instanceof Parameter.Ramp ramp) {
            return "{ramp: {times: " + ramp.times() + ", values: " + ramp.values() + "}}";
        }
        if (parameter instanceof Parameter.Steps steps) {
            return "{steps: {times: " + steps.times() + ", values: " + steps.values() + "}}";
        }
        return "{by-label: " + ((Parameter.ByLabel) parameter).values() + "}";
    }

    private static String partners(Partners partners) {
        if (partners instanceof Partners.Batch batch) {
            return "{batch: " + batch.size() + "}";
        }
        if (partners instanceof Partners.Within within) {
            String radius = "{radius: " + within.radius();
            return "{within: " + radius + (within.of().isEmpty() ? "}}" : ", of: " + within.of() + "}}");
        }
        return "all";
    }

    private static String boundary(Boundary boundary) {
        String kind = boundary instanceof Boundary.Periodic
                ? "periodic"
                : boundary instanceof Boundary.Reflecting ? "reflecting" : "absorbing";
        return "{" + kind + ": [" + end(boundary.low()) + ", " + end(boundary.high()) + "]}";
    }

    private static String end(double end) {
        return Double.isInfinite(end) ? "none" : Double.toString(end);
    }

    private static String observable(Observable observable) {
        if (observable instanceof Observable.Formula formula) {
            return formula.expression().text();
        }
        return observable instanceof Observable.RunningMinimum minimum
                ? "{running-min: " + minimum.of() + "}"
                : "{running-max: " + ((Observable.RunningMaximum) observable).of() + "}";
    }
}
