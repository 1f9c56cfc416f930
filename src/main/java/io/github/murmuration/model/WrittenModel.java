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
 * @param observed functions of t and of averages, in the order they were written
 * @param averages where each average is among the moments of the step
 * @param circles by coordinate, of those that are on a circle
 * @param living those that no end has absorbed, where ends absorb
 * @param amplitudes by coordinate, of the noise that agents do not share
 * @param velocity of the centre c that states are measured from, at (t, c) [d]; empty where they are measured from 0
 */
public record WrittenModel(
        CustomModel model,
        TapedStep step,
        Map<String, Expression> observed,
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

    /** Amplitude of the noise that agents do not share, where it is a function of time; 0 elsewhere. @param j coordinate */
    public double noise(int j, double t) {
        double square = 0;
        for (Expression amplitude : amplitudes.get(j)) {
            if (!LinearDrift.isOfTime(amplitude)) {
                return 0;
            }
            square += Math.pow(amplitude.value(name -> t), 2);
        }
        return Math.sqrt(square);
    }

    /** SHA-256 of the step and of what it is started from: that of another model, or of another program's tapes for this one, is another. */
    public byte[] hash() {
        return TapeHash.of(step);
    }

    /** @throws IllegalArgumentException with the count, for more operations or values than a tape has room for */
    public static WrittenModel of(CustomModel model, Time time) {
        Equations equations = new Equations(model);
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
        Increment increment = new Increment(equations, time.noisePerStep());
        List<Node> moved = bounded(model, equations, Stepping.of(time.scheme()).step(equations, increment));
        List<Node> after = stepped(equations, moved);
        List<Node> outputs = new ArrayList<>(after);
        outputs.addAll(new Features(equations, equations.at(after, true)).nodes());
        equations.cost().ifPresent(cost -> outputs.add(cost(equations, cost)));
        Program start = start(model, equations);
        TapedStep step = new TapedStep(
                model.state().size(),
                equations.sources(),
                equations.commonSources(),
                time.noisePerStep(),
                equations.graph().program(outputs),
                start,
                Times.at(start.times(), 0, 0),
                equations.averages().features().size() + (living.isPresent() ? 1 : 0),
                living.isPresent(),
                equations.cost().isPresent(),
                equations.averages().moments(),
                new MarkTable(model.marks().values().stream().map(MarkLaws::of).toList()));
        return new WrittenModel(
                model,
                step,
                observed,
                equations.averages().numbers(),
                circles,
                living,
                model.state().stream()
                        .map(name -> List.copyOf(equations.noise(name).values()))
                        .toList(),
                linear.map(drift -> drift::at));
    }

    /** Euler-Maruyama steps of linear models of which nothing but coordinates is averaged, and no cost is counted. */
    private static Optional<LinearDrift> linear(CustomModel model, Time time, Equations equations) {
        boolean plain = time.scheme() == Scheme.EULER_MARUYAMA
                && model.boundary().isEmpty()
                && model.cost().isEmpty()
                && equations.averages().features().isEmpty();
        return LinearDrift.of(equations, List.copyOf(model.marks().keySet()), plain);
    }

    private static List<Node> bounded(CustomModel model, Equations equations, List<Node> after) {
        Boundaries boundaries = new Boundaries(equations.graph());
        List<Node> within = new ArrayList<>();
        for (int j = 0; j < after.size(); j++) {
            Boundary boundary = model.boundary().get(model.state().get(j));
            within.add(boundary == null ? after.get(j) : boundaries.within(boundary, after.get(j)));
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
        double length = periodic.high() - periodic.low();
        double perUnit = 2 * Math.PI / length;
        Expression x = new Expression.Name(name);
        Expression angle = perUnit == 1 ? x : Terms.product(Terms.number(perUnit), x);
        return new Circle(
                periodic.low(), length, averages.channel(Terms.cosine(angle)), averages.channel(Terms.sine(angle)));
    }
}
