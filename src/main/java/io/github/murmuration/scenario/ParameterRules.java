package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters may use one another, but not go round in a circle. */
final class ParameterRules {
    private final Map<String, Parameter> parameters;
    private final List<String> onTheWay = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();

    private ParameterRules(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    static void check(CustomModel model) {
        ParameterRules rules = new ParameterRules(model.parameters());
        model.parameters().keySet().forEach(rules::follow);
    }

    private void follow(String name) {
        int begun = onTheWay.indexOf(name);
        onTheWay.add(name);
        if (begun >= 0) {
            String circle = String.join(" -> ", onTheWay.subList(begun, onTheWay.size()));
            throw new ScenarioException("dynamics.parameters." + name, circle + " is a circle; break it");
        }
        if (followed.add(name) && parameters.get(name) instanceof Parameter.Formula formula) {
            formula.expression().names().forEach(this::follow);
        }
        onTheWay.remove(onTheWay.size() - 1);
    }
}
