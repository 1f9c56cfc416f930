package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model that a user wrote: agents x in R^d with marks theta, that act on each other through averages M over the population,
 *
 * <pre>dx_j = b_j(t, x, theta, M) dt + sum_w s_jw(t, x, theta, M) dW_w + sum_z s0_jz(t, M) dW0_z   (Ito), {@code 0 <= t <= horizon}</pre>
 *
 * and through pair means, which b, s and g may read too: for agent i the mean (1/N) sum_j K(t, x_i, theta_i, x_j, theta_j, M) over all agents
 * or some. Expressions are checked for what they may be made of; maps keep their order.
 *
 * @param state names of the coordinates, in the order of the initial law
 * @param means named averages over all agents, of the expressions given
 * @param pairs K of every pair mean; {@code other.x} is the x of the partner j
 * @param partners the partners over which all pair means are taken
 * @param sources of noise that coordinates share
 * @param drift b of every coordinate
 * @param noise s by coordinate and source of the agent; a source of the coordinate's own has the coordinate's name
 * @param commonNoise s0 by coordinate and source of the population; named likewise
 * @param cost g: the cost of an agent is the integral of g dt
 * @param observe what is recorded of the whole population at every step
 */
public record CustomModel(
        List<String> state,
        Map<String, Mark> marks,
        Map<String, Parameter> parameters,
        Map<String, Expression> means,
        Map<String, Expression> pairs,
        Partners partners,
        Map<String, Source> sources,
        Map<String, Expression> drift,
        Map<String, Map<String, Expression>> noise,
        Map<String, Map<String, Expression>> commonNoise,
        Map<String, Boundary> boundary,
        Optional<Expression> cost,
        Map<String, Observable> observe,
        double horizon)
        implements Dynamics {

    /** @throws ScenarioException it is not complete or not consistent */
    public CustomModel(
            List<String> state,
            Map<String, Mark> marks,
            Map<String, Parameter> parameters,
            Map<String, Expression> means,
            Map<String, Expression> pairs,
            Partners partners,
            Map<String, Source> sources,
            Map<String, Expression> drift,
            Map<String, Map<String, Expression>> noise,
            Map<String, Map<String, Expression>> commonNoise,
            Map<String, Boundary> boundary,
            Optional<Expression> cost,
            Map<String, Observable> observe,
            double horizon) {
        this.state = List.copyOf(state);
        this.marks = ordered(marks);
        this.parameters = ordered(parameters);
        this.means = ordered(means);
        this.pairs = ordered(pairs);
        this.partners = partners;
        this.sources = ordered(sources);
        this.drift = ordered(drift);
        this.noise = orderedTwice(noise);
        this.commonNoise = orderedTwice(commonNoise);
        this.boundary = ordered(boundary);
        this.cost = cost;
        this.observe = ordered(observe);
        this.horizon = horizon;
        CustomModelRules.check(this);
    }

    public static CustomModelBuilder builder() {
        return new CustomModelBuilder();
    }

    @Override
    public Model model() {
        return Model.CUSTOM;
    }

    @Override
    public Optional<CustomModel> written() {
        return Optional.of(this);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.custom(this);
    }

    @Override
    public boolean steered() {
        return false;
    }

    /** The same model over another time, with other numbers as some of its parameters. */
    public CustomModel with(double otherHorizon, Map<String, Double> numbers) {
        Map<String, Parameter> others = new LinkedHashMap<>(parameters);
        numbers.forEach((name, value) -> others.put(name, new Parameter.Formula(new Expression.Literal(value))));
        return with(marks, others, otherHorizon);
    }

    /** The same model with another law of a mark. */
    public CustomModel withMark(String name, Mark law) {
        Map<String, Mark> others = new LinkedHashMap<>(marks);
        others.put(name, law);
        return with(others, parameters, horizon);
    }

    private CustomModel with(
            Map<String, Mark> otherMarks, Map<String, Parameter> otherParameters, double otherHorizon) {
        return new CustomModel(
                state,
                otherMarks,
                otherParameters,
                means,
                pairs,
                partners,
                sources,
                drift,
                noise,
                commonNoise,
                boundary,
                cost,
                observe,
                otherHorizon);
    }

    /** Whether a parameter differs from label to label, itself or by others that it uses. */
    public boolean differsByLabel(String parameter) {
        return differsByLabel(parameter, new HashSet<>());
    }

    private boolean differsByLabel(String parameter, Set<String> asked) {
        Parameter value = parameters.get(parameter);
        if (!asked.add(parameter) || value == null) {
            return false;
        }
        return value instanceof Parameter.ByLabel
                || value instanceof Parameter.Formula formula
                        && formula.expression().names().stream().anyMatch(name -> differsByLabel(name, asked));
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static <V> Map<String, Map<String, V>> orderedTwice(Map<String, Map<String, V>> maps) {
        Map<String, Map<String, V>> ordered = new LinkedHashMap<>();
        maps.forEach((name, map) -> ordered.put(name, ordered(map)));
        return Collections.unmodifiableMap(ordered);
    }
}
