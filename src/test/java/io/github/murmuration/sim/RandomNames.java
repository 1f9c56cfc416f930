package io.github.murmuration.sim;

import static io.github.murmuration.sim.RandomTrees.held;
import static io.github.murmuration.sim.RandomTrees.name;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Mark;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Partners;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names of a random model and what they stand for, and what expressions in each place may be made of. */
final class RandomNames {

    private final Random random;
    private final RandomTrees trees;
    private final CustomModelBuilder builder;
    private final int labels;
    private final List<String> state = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<String> byLabel = new ArrayList<>();
    private final List<String> means = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private final List<Average> averages = new ArrayList<>();

    /** @param builder that takes the definitions */
    RandomNames(Random random, CustomModelBuilder builder, int coordinates, int labels) {
        this.random = random;
        this.trees = new RandomTrees(random);
        this.builder = builder;
        this.labels = labels;
        for (int j = 0; j < coordinates; j++) {
            state.add("x" + j);
        }
        builder.state(state.toArray(String[]::new));
        for (int q = random.nextInt(3); q > 0; q--) {
            marks.add("theta" + q);
            builder.mark("theta" + q, mark());
        }
        for (int p = random.nextInt(4); p > 0; p--) {
            parameter("p" + p);
        }
        for (int m = random.nextInt(3); m > 0; m--) {
            means.add("m" + m);
            builder.mean("m" + m, averaged().text());
        }
        for (int a = random.nextInt(4); a > 0; a--) {
            averages.add(average());
        }
    }

    List<String> state() {
        return state;
    }

    /**
     * Gives the model pair means.
     * @return whom they are taken over
     */
    Partners pairs() {
        List<Expression> leaves = new ArrayList<>();
        for (String name : state) {
            leaves.addAll(List.of(name(name), name("other." + name), name("other." + name)));
        }
        leaves.addAll(agentLeaves());
        marks.forEach(mark -> leaves.add(name("other." + mark)));
        leaves.add(name("other.label"));
        for (int f = 1 + random.nextInt(2); f > 0; f--) {
            String value = held(trees.number(2 + random.nextInt(2), leaves), 20, new Literal(0.5))
                    .text();
            builder.pair("k" + f, value);
            pairs.add("k" + f);
        }
        Partners partners = partners();
        builder.partners(partners);
        return partners;
    }

    private Partners partners() {
        return switch (random.nextInt(3)) {
            case 0 -> Partners.ALL;
            case 1 -> new Partners.Batch(1 + random.nextInt(40));
            default ->
                new Partners.Within(uniform(0.1, 2), state.subList(0, 1 + random.nextInt(Math.min(3, state.size()))));
        };
    }

    private Mark mark() {
        return switch (random.nextInt(5)) {
            case 0 -> new Mark.Gaussian(uniform(-1, 1), uniform(0, 1));
            case 1 -> new Mark.Mixture(List.of(0.3, 0.7), List.of(-1.0, 1.0), List.of(0.1, uniform(0, 1)));
            case 2 -> new Mark.Samples(List.of(uniform(-1, 1), uniform(-1, 1), uniform(-1, 1)));
            case 3 -> new Mark.Uniform(uniform(-2, 0), uniform(0.1, 2));
            default -> new Mark.Cauchy(uniform(-1, 1), uniform(0.1, 1));
        };
    }

    private void parameter(String name) {
        List<Double> times = List.of(0.1, 0.3, 0.9);
        List<Double> values = List.of(uniform(-1, 1), uniform(-1, 1), uniform(-1, 1));
        switch (random.nextInt(5)) {
            case 0 -> builder.parameter(name, new Parameter.Ramp(times, values));
            case 1 -> builder.parameter(name, new Parameter.Steps(times, values));
            case 2 -> {
                builder.parameter(name, new Parameter.ByLabel(values.subList(0, labels)));
                byLabel.add(name);
                return;
            }
            case 3 -> builder.parameter(name, uniform(-2, 2));
            default -> {
                List<Expression> leaves = names(parameters);
                leaves.add(name("t"));
                builder.parameter(
                        name, held(trees.number(3, leaves), 10, new Literal(1)).text());
            }
        }
        parameters.add(name);
    }

    /** Bounded, so that a Cauchy mark may be in it. */
    private Expression averaged() {
        if (chance(3)) {
            return name(state.get(random.nextInt(state.size())));
        }
        return held(trees.number(1 + random.nextInt(3), selfLeaves()), 30, new Literal(0.5));
    }

    private Average average() {
        Average.Kind kind = Average.Kind.values()[random.nextInt(3)];
        Expression second = kind == Average.Kind.COVARIANCE ? averaged() : null;
        return new Average(kind, averaged(), second, random.nextInt(labels + 1));
    }

    List<Expression> agentLeaves() {
        List<Expression> leaves = selfLeaves();
        leaves.addAll(names(means));
        leaves.addAll(averages);
        leaves.addAll(names(pairs));
        return leaves;
    }

    /** Those of an average. */
    private List<Expression> selfLeaves() {
        return withoutState(names(state));
    }

    /** Every other coordinate is a position. */
    List<Expression> positionLeaves() {
        List<Expression> leaves = withoutState(names(
                state.stream().filter(name -> state.indexOf(name) % 2 == 0).toList()));
        leaves.addAll(names(means));
        leaves.addAll(averages);
        return leaves;
    }

    /** Those that do not read other coordinates. */
    List<Expression> ownLeaves(String coordinate) {
        return withoutState(names(List.of(coordinate)));
    }

    private List<Expression> withoutState(List<Expression> leaves) {
        leaves.addAll(names(marks));
        leaves.addAll(names(parameters));
        leaves.addAll(names(byLabel));
        leaves.add(name("t"));
        leaves.add(name("label"));
        return leaves;
    }

    List<Expression> populationLeaves() {
        List<Expression> leaves = names(parameters);
        leaves.addAll(names(means));
        leaves.addAll(averages);
        leaves.add(name("t"));
        return leaves;
    }

    private static List<Expression> names(List<String> names) {
        return new ArrayList<>(names.stream().map(RandomTrees::name).toList());
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
