package io.github.murmuration.scenario;

import io.github.murmuration.expression.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parameters that a run can be differentiated by: numbers of a written model that move no jump. */
final class SensitivityRules {
    private static final int MOST_COORDINATES = 64;

    private final CustomModel model;

    private SensitivityRules(CustomModel model) {
        this.model = model;
    }

    static void check(Dynamics dynamics, Output output) {
        List<String> parameters = output.sensitivities();
        if (parameters.isEmpty()) {
            return;
        }
        CustomModel model = dynamics.written()
                .orElseThrow(() -> new ScenarioException(
                        "output.sensitivities", "not used by model " + dynamics.model() + "; leave it out"));
        SensitivityRules rules = new SensitivityRules(model);
        rules.checkPairs();
        rules.checkBoundaries();
        Set<String> seen = new HashSet<>();
        int carried = model.state().size();
        for (int i = 0; i < parameters.size(); i++) {
            String path = "output.sensitivities[" + i + "]";
            String name = parameters.get(i);
            if (!seen.add(name)) {
                throw ScenarioException.refused(path, "a second " + name, "each name once");
            }
            rules.checkNumber(path, name);
            Influence influence = new Influence(model, name);
            rules.checkJumps(path, name, influence);
            carried += influence.coordinates().size()
                    + (model.cost().filter(influence::reaches).isPresent() ? 2 : 0);
        }
        Check.atMost("output.sensitivities", carried, MOST_COORDINATES, "coordinates and derivatives");
    }

    private void checkPairs() {
        if (!model.pairs().isEmpty()) {
            throw new ScenarioException("output.sensitivities", "not taken of models with pairs; leave it out");
        }
    }

    private void checkBoundaries() {
        model.boundary().forEach((name, boundary) -> {
            if (boundary instanceof Boundary.Absorbing) {
                throw new ScenarioException(
                        "output.sensitivities",
                        "agents are absorbed at ends of " + name + ", and no derivative sees when; leave it out");
            }
        });
    }

    private void checkNumber(String path, String name) {
        Parameter parameter = model.parameters().get(name);
        if (parameter == null) {
            List<String> known = List.copyOf(model.parameters().keySet());
            String advice = known.isEmpty() ? "the model has none; leave it out" : Suggestion.of(name, known);
            throw new ScenarioException(path, name + " is not a parameter; " + advice);
        }
        boolean number = parameter instanceof Parameter.Formula formula
                && formula.expression().names().isEmpty();
        if (!number) {
            throw ScenarioException.refused(path, name + ", which is no single number,", "a parameter that is one");
        }
    }

    /** What is observed does not act on agents: a jump there leaves that derivative out, and no other. */
    private void checkJumps(String path, String name, Influence influence) {
        ModelExpressions.forEachOfDynamics(model, (place, expression) -> {
            influence.jump(expression).ifPresent(it -> {
                throw new ScenarioException(
                        path,
                        name + " moves where " + it.text() + " jumps in " + place
                                + ", which no derivative sees; write a kink with min, max or abs, a jump with tanh");
            });
        });
    }
}
