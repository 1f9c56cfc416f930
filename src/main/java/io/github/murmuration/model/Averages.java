package io.github.murmuration.model;

import io.github.murmuration.ensemble.PopulationMoment;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Averages that a model reads, and the channels that they are taken from: coordinates, then features. */
final class Averages {

    /** A feature: an expression of the agent, or the product of two channels' departures from their references. */
    record Feature(Expression expression, int first, int second) {}

    private final List<String> state;
    private final List<Feature> features = new ArrayList<>();
    private final List<PopulationMoment> moments = new ArrayList<>();
    private final Map<Average, Integer> numbers = new LinkedHashMap<>();

    Averages(List<String> state) {
        this.state = state;
    }

    /** Takes the averages of an expression. */
    void read(Expression expression) {
        expression.averages().forEach(this::number);
    }

    /** Number of an average among the moments. */
    int number(Average average) {
        Integer known = numbers.get(average);
        if (known != null) {
            return known;
        }
        int first = channel(average.first());
        PopulationMoment moment;
        if (average.kind() == Average.Kind.MEAN) {
            moment = PopulationMoment.mean(first, average.label());
        } else {
            int second = average.kind() == Average.Kind.VARIANCE ? first : channel(average.second());
            moment = new PopulationMoment(first, second, product(first, second), average.label());
        }
        moments.add(moment);
        numbers.put(average, moments.size() - 1);
        return moments.size() - 1;
    }

    List<Feature> features() {
        return features;
    }

    List<PopulationMoment> moments() {
        return moments;
    }

    Map<Average, Integer> numbers() {
        return numbers;
    }

    /** Channel whose mean is that of an expression. */
    int channel(Expression expression) {
        if (expression instanceof Name name && state.contains(name.name())) {
            return state.indexOf(name.name());
        }
        return feature(new Feature(expression, 0, 0));
    }

    private int product(int first, int second) {
        boolean squares = first == second && first < state.size();
        return squares ? first : feature(new Feature(null, Math.min(first, second), Math.max(first, second)));
    }

    private int feature(Feature feature) {
        if (!features.contains(feature)) {
            features.add(feature);
        }
        return state.size() + features.indexOf(feature);
    }
}
