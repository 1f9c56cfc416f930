package io.github.murmuration.model;

import static io.github.murmuration.model.Terms.STEP;
import static io.github.murmuration.model.Terms.difference;
import static io.github.murmuration.model.Terms.number;
import static io.github.murmuration.model.Terms.product;
import static io.github.murmuration.model.Terms.quotient;

import io.github.murmuration.expression.Derivative;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Graph;
import io.github.murmuration.tape.Node;
import io.github.murmuration.tape.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of positions dx = v dt and velocities dv = (F(x) - g v) dt + s dW, half a kick, half a drift, friction and noise solved together, half a
 * drift, half a kick:
 *
 * <pre>
 * v += F(x) h/2   x += v h/2   v = c v + s sqrt((1 - c^2) / (2 g)) xi,  c = exp(-g h)   x += v h/2   v += F(x) h/2
 * </pre>
 *
 * Means and time are those at the beginning of the step. Source: B. Leimkuhler, C. Matthews, Appl. Math. Res. Express (2013).
 */
record Baoab() implements Stepping {

    @Override
    public List<Node> step(Equations equations, Increment increment) {
        return new Splitting(equations, increment).step();
    }

    private static final class Splitting {
        private final Equations equations;
        private final Increment increment;
        private final Graph graph;
        private final Map<String, String> velocities = new LinkedHashMap<>();
        private final List<Node> states;

        Splitting(Equations equations, Increment increment) {
            this.equations = equations;
            this.increment = increment;
            this.graph = equations.graph();
            this.states = new ArrayList<>(
                    equations.before().subList(0, equations.moved().size()));
            for (String name : equations.moved()) {
                if (equations.drift(name) instanceof Name velocity
                        && equations.moved().contains(velocity.name())) {
                    velocities.put(name, velocity.name());
                }
            }
        }

        List<Node> step() {
            kick();
            drift();
            Environment now = now();
            velocities.values().forEach(velocity -> rub(velocity, now));
            drift();
            kick();
            return states;
        }

        private Environment now() {
            return equations.at(states, false);
        }

        /** v += F(x) h/2. */
        private void kick() {
            Environment now = now();
            for (String velocity : velocities.values()) {
                Expression force =
                        equations.term(velocity, name -> equations.drift(name).with(Map.of(name, number(0))));
                add(velocity, graph.lower(product(force, product(STEP, number(0.5))), now));
            }
        }

        /** x += v h/2. */
        private void drift() {
            Environment now = now();
            velocities.forEach((position, velocity) ->
                    add(position, graph.lower(product(new Name(velocity), product(STEP, number(0.5))), now)));
        }

        /** Friction and noise of a velocity. */
        private void rub(String velocity, Environment now) {
            Node sum = graph.lower(equations.term(velocity, name -> product(kept(name), new Name(name))), now);
            for (Map.Entry<String, Expression> source :
                    equations.noise(velocity, this::amplitude).entrySet()) {
                sum = plus(source.getValue(), equations.normal(source.getKey()), now, sum);
            }
            for (Map.Entry<String, Expression> source :
                    equations.commonNoise(velocity, this::amplitude).entrySet()) {
                sum = plus(source.getValue(), equations.common(source.getKey()), now, sum);
            }
            states.set(equations.moved().indexOf(velocity), sum);
        }

        /** g. */
        private Expression friction(String velocity) {
            return new Apply(Function.NEGATE, Derivative.of(equations.drift(velocity), velocity));
        }

        /** c. */
        private Expression kept(String velocity) {
            return new Apply(Function.EXP, new Apply(Function.NEGATE, product(friction(velocity), STEP)));
        }

        /** s sqrt((1 - c^2) / (2 g h)): near g = 0 the root of 1 - g h. */
        private Expression amplitude(String velocity, Expression s) {
            Expression friction = friction(velocity);
            Expression kept = kept(velocity);
            Expression lost =
                    quotient(difference(number(1), product(kept, kept)), product(product(number(2), friction), STEP));
            Expression none = new Apply(Function.EQUAL, friction, number(0));
            Expression first = difference(number(1), product(friction, STEP));
            return product(s, Terms.root(Terms.where(none, first, lost)));
        }

        private Node plus(Expression amplitude, Node normal, Environment now, Node sum) {
            return graph.apply(Operation.FMA, graph.lower(product(amplitude, increment.root()), now), normal, sum);
        }

        private void add(String name, Node change) {
            int j = equations.moved().indexOf(name);
            states.set(j, graph.apply(Operation.ADD, states.get(j), change));
        }
    }
}
