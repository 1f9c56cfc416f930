package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import java.util.Arrays;

/** What a model that a user wrote asks of the rest of a scenario: its dimension, its labels, its scheme. */
final class CustomScenarioRules {
    /** More components than this have no labels. */
    private static final int MOST_LABELS = 64;

    private final long[] sizes;

    /** @param sizes agents of each label where they are known beforehand; 1 where they are drawn */
    private CustomScenarioRules(long[] sizes) {
        this.sizes = sizes;
    }

    static void check(CustomModel model, Law initial, Population population, Scheme scheme) {
        Check.dimension("initial", initial.dimension(), model.state().size(), "dynamics.state");
        CustomScenarioRules rules = new CustomScenarioRules(sizes(initial, population.agents()));
        model.parameters().forEach((name, value) -> {
            if (value instanceof Parameter.ByLabel byLabel) {
                String path = "dynamics.parameters." + name + ".by-label";
                Check.count(path, byLabel.values().size(), rules.sizes.length, "one per component of initial");
            }
        });
        ModelExpressions.forEach(model, rules::checkLabels);
        PairRules.check(model, population.agents());
        SchemeRules.check(model, scheme);
    }

    private static long[] sizes(Law initial, long agents) {
        int components = initial instanceof Law.Mixture mixture ? mixture.weights().length : 1;
        if (initial instanceof Law.Mixture mixture && mixture.fixedSizes() && components <= MOST_LABELS) {
            return mixture.sizes(agents);
        }
        long[] unknown = new long[components <= MOST_LABELS ? components : 1];
        Arrays.fill(unknown, 1);
        return unknown;
    }

    private void checkLabels(String path, Expression expression) {
        for (Average average : expression.averages()) {
            if (average.label() > sizes.length) {
                String labels = sizes.length == 1 ? "1, the only one" : "a label from 1 to " + sizes.length;
                throw ScenarioException.refused(path, average.text(), labels + " (components of initial)");
            }
            if (average.label() > 0 && sizes[average.label() - 1] == 0) {
                throw ScenarioException.refused(path, average.text(), "a label that has agents");
            }
        }
    }
}
