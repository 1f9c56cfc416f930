package io.github.murmuration.sim;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Observable;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In how many models each part of the language is. */
final class ModelCounts {

    /**
     * Functions; schemes; averages, everyone's and a label's; laws of marks; kinds of parameters; t and label; periodic, reflecting and absorbing;
     * noise of one's own, shared, common and common to several coordinates; cost; formulas and both running extremes; coordinates;
     * normals per step; fixed sizes; pair means over everyone, a batch and those near.
     */
    static final int PARTS = Function.values().length + 5 + 6 + 5 + 4 + 2 + 3 + 4 + 1 + 3 + 5 + 3 + 1 + 3;

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(Scenario scenario) {
        CustomModel model = (CustomModel) scenario.dynamics();
        Set<String> parts = new HashSet<>();
        expressions(model).forEach(expression -> add(expression, parts));
        parts.add(scenario.time().scheme().toString());
        parts.add(model.state().size() + " coordinates");
        parts.add(scenario.time().noisePerStep() + " normals");
        if (scenario.initial() instanceof Law.Mixture law && law.fixedSizes()) {
            parts.add("fixed sizes");
        }
        model.marks().values().forEach(mark -> parts.add("mark " + kind(mark)));
        model.parameters().values().forEach(parameter -> parts.add("parameter " + kind(parameter)));
        model.boundary().values().forEach(boundary -> parts.add(kind(boundary)));
        model.observe().values().forEach(observed -> parts.add("observed " + kind(observed)));
        model.noise().forEach((name, by) -> by.keySet().forEach(w -> parts.add(w.equals(name) ? "noise" : "shared")));
        model.commonNoise()
                .forEach(
                        (name, by) -> by.keySet().forEach(w -> parts.add(w.equals(name) ? "common" : "shared common")));
        model.cost().ifPresent(cost -> parts.add("cost"));
        if (!model.pairs().isEmpty()) {
            parts.add("pairs " + kind(model.partners()));
        }
        parts.forEach(part -> counts.merge(part, 1, Integer::sum));
    }

    Map<String, Integer> all() {
        return counts;
    }

    @Override
    public String toString() {
        return counts.toString();
    }

    private static String kind(Object of) {
        return of.getClass().getSimpleName();
    }

    private static List<Expression> expressions(CustomModel model) {
        List<Expression> all = new ArrayList<>(model.drift().values());
        all.addAll(model.means().values());
        model.noise().values().forEach(by -> all.addAll(by.values()));
        model.commonNoise().values().forEach(by -> all.addAll(by.values()));
        model.cost().ifPresent(all::add);
        model.observe().values().forEach(it -> {
            if (it instanceof Observable.Formula formula) {
                all.add(formula.expression());
            }
        });
        model.parameters().values().forEach(it -> {
            if (it instanceof Parameter.Formula formula) {
                all.add(formula.expression());
            }
        });
        return all;
    }

    private static void add(Expression expression, Set<String> parts) {
        if (expression instanceof Apply apply) {
            parts.add(apply.function().name());
            apply.arguments().forEach(argument -> add(argument, parts));
        } else if (expression instanceof Average average) {
            parts.add(average.kind().text() + (average.label() == 0 ? "" : " by label"));
            add(average.first(), parts);
            if (average.second() != null) {
                add(average.second(), parts);
            }
        } else if (expression instanceof Name name && Set.of("t", "label").contains(name.name())) {
            parts.add(name.name());
        }
    }
}
