package io.github.murmuration.model;

import io.github.murmuration.ensemble.PopulationMoment;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Averages that a model reads, and the channels that they are taken from: coordinates, then features. Where ends absorb agents, averages are
 * over those that live: they are of features alone, and the last feature tells who does.
 */
final class Averages {

    /** A feature: an expression of the agent, or the product of two channels' departures from their references. */
    record Feature(Expression expression, int first, int second) {}

    private final List<String> state;
    private final boolean absorbs;
    private final List<Feature> features = new ArrayList<>();
    private final Map<Average, Integer> numbers = new LinkedHashMap<>();

    Averages(List<String> state, boolean absorbs) {
        this.state = state;
        this.absorbs = absorbs;
    }

    /** Takes the averages of an expression. */
    void read(Expression expression) {
        expression.averages().forEach(this::number);
    }

    private void number(Average average) {
        moment(average);
        numbers.putIfAbsent(average, numbers.size());
    }

    /** Without that which tells who lives. */
    List<Feature> features() {
        return features;
    }

    /** What each average is, in the order of their numbers; only when all of them were taken. */
    List<PopulationMoment> moments() {
        return numbers.keySet().stream().map(this::moment).toList();
    }

    Map<Average, Integer> numbers() {
        return numbers;
    }

    /** Channel that is 1 of agents that live; only when all averages were taken. */
    int living() {
        return state.size() + features.size();
    }

    /** Channel whose mean is that of an expression. */
    int channel(Expression expression) {
        if (!absorbs && expression instanceof Name name && state.contains(name.name())) {
            return state.indexOf(name.name());
        }
        return feature(new Feature(expression, 0, 0));
    }

    /** Channel of the products of two channels' departures. */
    int product(int first, int second) {
        boolean squares = first == second && first < state.size();
        return squares ? first : feature(new Feature(null, Math.min(first, second), Math.max(first, second)));
    }

    private PopulationMoment moment(Average average) {
        if (average.equals(Living.SHARE)) {
            return PopulationMoment.mean(living(), 0, PopulationMoment.NONE);
        }
        int first = channel(average.first());
        if (average.kind() == Average.Kind.MEAN) {
            return PopulationMoment.mean(first, average.label(), counted());
        }
        int second = average.kind() == Average.Kind.VARIANCE ? first : channel(average.second());
        return new PopulationMoment(first, second, product(first, second), average.label(), counted());
    }

    private int counted() {
        return absorbs ? living() : PopulationMoment.NONE;
    }

    private int feature(Feature feature) {
        if (!features.contains(feature)) {
            features.add(feature);
        }
        return state.size() + features.indexOf(feature);
    }
}
