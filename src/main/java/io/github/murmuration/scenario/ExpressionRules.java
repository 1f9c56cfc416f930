package io.github.murmuration.scenario;

import static io.github.murmuration.scenario.ModelNames.Kind.BY_LABEL;
import static io.github.murmuration.scenario.ModelNames.Kind.COORDINATE;
import static io.github.murmuration.scenario.ModelNames.Kind.LABEL;
import static io.github.murmuration.scenario.ModelNames.Kind.LIVING;
import static io.github.murmuration.scenario.ModelNames.Kind.MARK;
import static io.github.murmuration.scenario.ModelNames.Kind.MEAN;
import static io.github.murmuration.scenario.ModelNames.Kind.OTHER;
import static io.github.murmuration.scenario.ModelNames.Kind.PAIR;
import static io.github.murmuration.scenario.ModelNames.Kind.PARAMETER;
import static io.github.murmuration.scenario.ModelNames.Kind.TIME;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Suggestion;
import io.github.murmuration.scenario.ModelNames.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the expressions of a model may be made of, and how many averages they may take. */
final class ExpressionRules {
    private static final int MOST_SUMS = 64;

    /** Kinds of expression. */
    private enum Place {
        PARAMETERS(Set.of(TIME, PARAMETER, BY_LABEL), false, "t, numbers and other parameters"),
        AVERAGED(
                Set.of(COORDINATE, MARK, PARAMETER, BY_LABEL, TIME, LABEL),
                false,
                "coordinates, marks, parameters and t"),
        PAIRS(
                Set.of(COORDINATE, MARK, PARAMETER, BY_LABEL, MEAN, TIME, LABEL, OTHER),
                true,
                "coordinates and marks of the agent and of its partner, parameters, means and t"),
        AGENTS(
                Set.of(COORDINATE, MARK, PARAMETER, BY_LABEL, MEAN, PAIR, TIME, LABEL, LIVING),
                true,
                "coordinates, marks, parameters, means and t"),
        POPULATION(Set.of(PARAMETER, MEAN, TIME, LIVING), true, "means, parameters and t, the same for all agents");

        final Set<Kind> kinds;
        final boolean averages;
        final String words;

        Place(Set<Kind> kinds, boolean averages, String words) {
            this.kinds = kinds;
            this.averages = averages;
            this.words = words;
        }
    }

    private final CustomModel model;
    private final ModelNames names;
    private final Set<Average> sums = new HashSet<>();

    ExpressionRules(CustomModel model, ModelNames names) {
        this.model = model;
        this.names = names;
    }

    void check() {
        model.parameters().forEach((name, value) -> {
            if (value instanceof Parameter.Formula formula) {
                check("dynamics.parameters." + name, formula.expression(), Place.PARAMETERS);
            }
        });
        model.means()
                .forEach((name, averaged) ->
                        checkAverage("dynamics.means." + name, new Average(Average.Kind.MEAN, averaged, null, 0)));
        ModelExpressions.forEachOfPairs(model, (path, it) -> check(path, it, Place.PAIRS));
        ModelExpressions.forEachOfAgents(model, (path, it) -> check(path, it, Place.AGENTS));
        ModelExpressions.forEachOfPopulation(model, (path, it) -> check(path, it, Place.POPULATION));
        Check.atMost("dynamics", sums.size(), MOST_SUMS, "sums over agents");
    }

    private void check(String path, Expression expression, Place place) {
        checkNames(path, expression, place);
        for (Average average : expression.averages()) {
            if (!place.averages) {
                throw refused(path, average.text(), "an average", place);
            }
            checkAverage(path, average);
        }
    }

    private void checkNames(String path, Expression expression, Place place) {
        for (String name : expression.names()) {
            Kind kind = names.kind(name, model);
            if (kind == null) {
                String suggestion = Suggestion.of(name, List.copyOf(names.all()));
                throw new ScenarioException(path, "unknown name " + name + "; " + suggestion);
            }
            if (!place.kinds.contains(kind)) {
                throw refused(path, name, kind.words, place);
            }
        }
    }

    private static ScenarioException refused(String path, String found, String what, Place place) {
        if (place == Place.AVERAGED && what.equals(OTHER.words)) {
            return new ScenarioException(
                    path,
                    found
                            + " is not accepted in an average; pairs are averaged over partners as they are, without mean(...)");
        }
        String where = place == Place.AVERAGED ? " in an average" : "";
        return new ScenarioException(
                path, found + ", " + what + ", is not accepted" + where + "; give an expression of " + place.words);
    }

    private void checkAverage(String path, Average average) {
        sums.add(average);
        checkAveraged(path, average, average.first());
        if (average.second() != null) {
            checkAveraged(path, average, average.second());
        }
    }

    /** A variance and a covariance are about means, which are sums too. */
    private void checkAveraged(String path, Average average, Expression averaged) {
        sums.add(new Average(Average.Kind.MEAN, averaged, null, average.label()));
        check(path, averaged, Place.AVERAGED);
        model.marks().forEach((name, law) -> {
            if (law instanceof Mark.Cauchy && HeavyTails.reach(averaged, name)) {
                String accepted = "an average of something bounded, such as cos or tanh of it";
                throw ScenarioException.refused(
                        path, average.text() + ", of the Cauchy mark " + name + " that has no mean,", accepted);
            }
        });
    }
}
