package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.scenario.CustomModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The equations of a model in the names of its state, its marks, {@code t} and {@code label}, and in averages, alone: everything else that
 * a user named is put in.
 *
 * @param drift of every coordinate
 * @param noise amplitudes by source of the agent, of every coordinate; none that is 0
 * @param commonNoise by source of the population, likewise
 * @param observed formulas; running extremes are made of what these are
 */
public record ItoEquations(
        List<String> state,
        List<String> marks,
        Map<String, Expression> drift,
        Map<String, Map<String, Expression>> noise,
        Map<String, Map<String, Expression>> commonNoise,
        Optional<Expression> cost,
        Map<String, Expression> observed) {

    public static ItoEquations of(CustomModel model) {
        Equations equations = new Equations(model);
        Map<String, Expression> drift = new LinkedHashMap<>();
        Map<String, Map<String, Expression>> noise = new LinkedHashMap<>();
        Map<String, Map<String, Expression>> commonNoise = new LinkedHashMap<>();
        for (String name : model.state()) {
            drift.put(name, equations.drift(name));
            noise.put(name, equations.noise(name));
            commonNoise.put(name, equations.commonNoise(name));
        }
        return new ItoEquations(
                model.state(),
                List.copyOf(model.marks().keySet()),
                drift,
                noise,
                commonNoise,
                equations.cost(),
                Observed.formulas(model, equations));
    }

    /** Whether a drift, a noise or a cost reads a name, within averages too. */
    public boolean reads(String name) {
        return parts().stream().anyMatch(part -> reads(part, name));
    }

    /** Everything that agents follow and pay. */
    public List<Expression> parts() {
        List<Expression> parts = new ArrayList<>(drift.values());
        noise.values().forEach(amplitudes -> parts.addAll(amplitudes.values()));
        commonNoise.values().forEach(amplitudes -> parts.addAll(amplitudes.values()));
        cost.ifPresent(parts::add);
        return parts;
    }

    private static boolean reads(Expression expression, String name) {
        return expression.names().contains(name)
                || expression.averages().stream()
                        .anyMatch(average -> reads(average.first(), name)
                                || average.second() != null && reads(average.second(), name));
    }
}
