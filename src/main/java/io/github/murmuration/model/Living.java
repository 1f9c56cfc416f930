package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Agents that no end has absorbed: every coordinate that ends absorb is between them. The state alone tells, since an absorbed agent stays on
 * its end.
 *
 * @param ends of the coordinates that ends absorb
 * @param count channel that is 1 of them, else 0
 * @param means by coordinate, the channel whose mean is that of the living
 * @param squares by coordinate, the channel of squares of its departures
 */
public record Living(List<End> ends, int count, List<Integer> means, List<Integer> squares) {

    /** The share of all agents that live. */
    public static final Average SHARE = new Average(Average.Kind.MEAN, new Name("$living"), null, 0);

    /** What the share is called. */
    public static final String NAME = "living";

    /**
     * An end that absorbs.
     * @param coordinate by number.
     * @param low whether agents live above it, not below
     */
    public record End(int coordinate, String name, double at, boolean low) {

        /** Whether an agent is not beyond it, and not on it. */
        public boolean spares(float x) {
            return low ? x > (float) at : x < (float) at;
        }

        /** What the share of the agents on it is called. */
        public String text() {
            return "absorbed at " + name + " = " + new Expression.Literal(at).text();
        }

        private Expression spares() {
            return new Apply(low ? Function.GREATER : Function.LESS, new Name(name), Terms.number(at));
        }
    }

    /** Channels of the living; empty where no end absorbs. Every other average was taken before. */
    static Optional<Living> of(CustomModel model, Averages averages) {
        List<End> ends = ends(model);
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> means = new ArrayList<>();
        List<Integer> squares = new ArrayList<>();
        for (String name : model.state()) {
            int mean = averages.channel(new Name(name));
            means.add(mean);
            squares.add(averages.product(mean, mean));
        }
        return Optional.of(new Living(ends, averages.living(), means, squares));
    }

    /** Whether an agent lives; empty where no end absorbs. */
    static Optional<Expression> condition(CustomModel model) {
        return ends(model).stream().map(End::spares).reduce((a, b) -> new Apply(Function.AND, a, b));
    }

    /**
     * Whether the agent in place a does.
     * @param states [d][n]
     */
    public boolean lives(float[][] states, int a) {
        return ends.stream().allMatch(end -> end.spares(states[end.coordinate()][a]));
    }

    /** Ends that absorb, by coordinate, the lower first. */
    public static List<End> ends(CustomModel model) {
        List<End> ends = new ArrayList<>();
        for (int j = 0; j < model.state().size(); j++) {
            String name = model.state().get(j);
            if (model.boundary().get(name) instanceof Boundary.Absorbing interval) {
                if (interval.low() != Double.NEGATIVE_INFINITY) {
                    ends.add(new End(j, name, interval.low(), true));
                }
                if (interval.high() != Double.POSITIVE_INFINITY) {
                    ends.add(new End(j, name, interval.high(), false));
                }
            }
        }
        return ends;
    }
}
