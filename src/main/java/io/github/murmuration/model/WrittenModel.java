package io.github.murmuration.model;

import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.scenario.Time;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that a user wrote, ready to run: the step that its scheme takes, and what is recorded of the population.
 *
 * @param state everything that an agent carries: coordinates, then what is differentiated
 * @param observed functions of t and of averages, in the order they were written
 * @param averages where each average is among the moments of the step
 * @param circles by coordinate, of those that are on a circle
 * @param living those that no end has absorbed, where ends absorb
 * @param amplitudes by coordinate, of the noise that agents do not share, where all are functions of time; empty elsewhere
 * @param velocity of the centre c that states are measured from, at (t, c) [d]; empty where they are measured from 0
 */
public record WrittenModel(
        CustomModel model,
        List<String> state,
        TapedStep step,
        Map<String, Expression> observed,
        List<Sensitivity> sensitivities,
        Map<Average, Integer> averages,
        Map<Integer, Circle> circles,
        Optional<Living> living,
        List<List<Expression>> amplitudes,
        Optional<Velocity> velocity) {

    /** dc/dt. */
    @FunctionalInterface
    public interface Velocity {
        double[] at(double t, double[] c);
    }

    /** A coordinate x of which the channels cosine and sine are cos and sin of 2 pi x / length. */
    public record Circle(double low, double length, int cosine, int sine) {}

    /**
     * Amplitude of the noise that agents do not share, where it is a function of time; 0 elsewhere.
     * @param j coordinate
     */
    public double noise(int j, double t) {
        double square = 0;
        for (Expression amplitude : amplitudes.get(j)) {
            square += Math.pow(amplitude.value(name -> t), 2);
        }
        return Math.sqrt(square);
    }

    /** SHA-256 of the step and of what it is started from: that of another model, or of another program's tapes for this one, is another. */
    public byte[] hash() {
        return TapeHash.of(step);
    }

    /**
     * @param parameters by which means, cost and what is observed are differentiated
     * @throws IllegalArgumentException with the count, for more operations or values than a tape has room for
     */
    public static WrittenModel of(CustomModel model, Time time, List<String> parameters) {
        Equations equations = new Equations(model, parameters);
        Map<String, Expression> observed = Observed.formulas(model, equations);
        observed.values().forEach(equations.averages()::read);
        Map<Integer, Circle> circles = new LinkedHashMap<>();
        for (int j = 0; j < model.state().size(); j++) {
            String name = model.state().get(j);
            if (model.boundary().get(name) instanceof Boundary.Periodic periodic) {
                circles.put(j, circle(name, periodic, equations.averages()));
            }
        }
        Optional<Living> living = Living.of(model, equations.averages());
        Optional<LinearDrift> linear = linear(model, time, equations);
        linear.ifPresent(equations::centre);
        List<Sensitivity> sensitivities = Sensitivities.of(model, equations, observed);
        Increment increment = new Increment(equations, time.noisePerStep());
        List<Node> moved = bounded(model, equations, Stepping.of(time.scheme()).step(equations, increment));
        List<Node> after = stepped(equations, moved);
        after.addAll(new Costs(equations).after());
        List<Node> outputs = new ArrayList<>(after);
        outputs.addAll(new Features(equations, equations.at(after, true)).nodes());
        equations.cost().ifPresent(cost -> outputs.add(cost(equations, cost)));
        Pairs pairs = new Pairs(model, equations);
        Program start = start(model, equations);
        TapedStep step = new TapedStep(
                equations.state().size(),
                equations.sources(),
                equations.commonSources(),
                time.noisePerStep(),
                equations.graph().program(outputs, pairs.values()),
                pairs.partners(),
                start,
                Times.at(start.times(), 0, 0),
                equations.averages().features().size() + (living.isPresent() ? 1 : 0),
                living.isPresent(),
                equations.cost().isPresent(),
                equations.averages().moments(),
                new MarkTable(model.marks().values().stream().map(MarkLaws::of).toList()));
        return new WrittenModel(
                model,
                equations.state(),
                step,
                observed,
                sensitivities,
                equations.averages().numbers(),
                circles,
                living,
                model.state().stream()
                        .map(name -> List.copyOf(equations.noise(name).values()))
                        .map(all -> all.stream().allMatch(LinearDrift::isOfTime) ? all : List.<Expression>of())
                        .toList(),
                linear.map(drift -> drift::at));
    }

    /** Euler-Maruyama steps of linear models without pairs, of which nothing but coordinates is averaged, and no cost is counted. */
    private static Optional<LinearDrift> linear(CustomModel model, Time time, Equations equations) {
        boolean plain = time.scheme() == Scheme.EULER_MARUYAMA
                && model.boundary().isEmpty()
                && model.cost().isEmpty()
                && model.pairs().isEmpty()
                && equations.averages().features().isEmpty();
        return LinearDrift.of(equations, List.copyOf(model.marks().keySet()), plain);
    }

    private static List<Node> bounded(CustomModel model, Equations equations, List<Node> after) {
        Boundaries boundaries = new Boundaries(equations.graph());
        List<Node> within = new ArrayList<>();
        for (int j = 0; j < after.size(); j++) {
            String name = equations.state().get(j);
            Tangents.Tangent tangent = equations.tangents().named().get(name);
            Node node = after.get(j);
            if (tangent != null && model.boundary().containsKey(tangent.of())) {
                Node x = after.get(model.state().indexOf(tangent.of()));
                node = boundaries.tangentWithin(model.boundary().get(tangent.of()), x, node);
            } else if (model.boundary().containsKey(name)) {
                node = boundaries.within(model.boundary().get(name), node);
            }
            within.add(node);
        }
        return within;
    }

    /** States after the step; absorbed agents stay. */
    private static List<Node> stepped(Equations equations, List<Node> moved) {
        List<Node> before = equations.before();
        Environment now = equations.at(before, false);
        List<Node> after = new ArrayList<>();
        for (int j = 0; j < moved.size(); j++) {
            after.add(equations.ofLiving(now, moved.get(j), before.get(j)));
        }
        return after;
    }

    /** Of a step; absorbed agents pay nothing. */
    private static Node cost(Equations equations, Expression rate) {
        Environment now = equations.at(equations.before(), false);
        Graph graph = equations.graph();
        Node paid = graph.lower(Terms.product(rate, Terms.STEP), now);
        return equations.ofLiving(now, paid, graph.time(Terms.number(0), false));
    }

    /** Where agents start, and their features there. */
    private static Program start(CustomModel model, Equations equations) {
        List<Node> outputs = new ArrayList<>(bounded(model, equations, equations.before()));
        outputs.addAll(new Features(equations, equations.at(outputs, true)).nodes());
        return equations.graph().single(outputs);
    }

    private static Circle circle(String name, Boundary.Periodic periodic, Averages averages) {
        return new Circle(
                periodic.low(),
                Circles.length(periodic),
                averages.channel(Circles.cosine(name, periodic)),
                averages.channel(Circles.sine(name, periodic)));
    }
}
