package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Function;
import io.github.murmuration.tape.Environment;
import io.github.murmuration.tape.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * x' = x + b h + s r xi. Tamed, b is divided by 1 + h |b|: no step is longer than 1, so that drifts which grow faster than linearly do
 * not throw agents out of range. Source: M. Hutzenthaler, A. Jentzen, P. Kloeden, Ann. Appl. Probab. 22 (2012).
 */
record EulerMaruyama(boolean tamed) implements Stepping {

    @Override
    public List<Node> step(Equations equations, Increment increment) {
        List<Node> before = equations.before();
        Environment now = equations.at(before, false);
        List<Node> after = new ArrayList<>();
        for (int j = 0; j < equations.moved().size(); j++) {
            String name = equations.moved().get(j);
            Node sum = increment.drift(drift(equations, name), now);
            sum = increment.plusNoise(name, now, sum);
            after.add(increment.moved(before.get(j), increment.plusCommonNoise(name, now, sum)));
        }
        return after;
    }

    private Expression drift(Equations equations, String name) {
        return tamed
                ? equations.term(name, coordinate -> tamed(equations.drift(coordinate)))
                : equations.driftOfStep(name);
    }

    private static Expression tamed(Expression drift) {
        if (Increment.isZero(drift)) {
            return drift;
        }
        Expression length = Terms.product(Terms.STEP, new Apply(Function.ABS, drift));
        return Terms.quotient(drift, Terms.sum(Terms.number(1), length));
    }
}
