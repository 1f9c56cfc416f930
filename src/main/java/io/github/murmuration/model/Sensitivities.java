package io.github.murmuration.model;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Literal;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.scenario.Boundary;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Observable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derivatives of the means of coordinates, of the cost and of what is observed, by each parameter in turn. */
final class Sensitivities {

    private static final Expression NOTHING = new Literal(0);

    private final CustomModel model;
    private final Tangents tangents;
    private final Map<String, Expression> observed;
    private final List<Sensitivity> all = new ArrayList<>();

    private Sensitivities(CustomModel model, Tangents tangents, Map<String, Expression> observed) {
        this.model = model;
        this.tangents = tangents;
        this.observed = observed;
    }

    /**
     * @param observed formulas with everything put in
     */
    static List<Sensitivity> of(CustomModel model, Equations equations, Map<String, Expression> observed) {
        Sensitivities sensitivities = new Sensitivities(model, equations.tangents(), observed);
        equations.tangents().parameters().forEach(sensitivities::add);
        sensitivities.all.forEach(one -> {
            equations.averages().read(one.value());
            one.variance().ifPresent(equations.averages()::read);
        });
        return List.copyOf(sensitivities.all);
    }

    private void add(String parameter) {
        for (int j = 0; j < model.state().size(); j++) {
            addMean("mean_" + model.state().get(j), model.state().get(j), parameter);
        }
        if (model.cost().isPresent()) {
            boolean changes = tangents.paying().contains(parameter);
            addMeanOf("cost", parameter, changes ? new Name(Tangents.cost(parameter)) : NOTHING);
        }
        model.observe().forEach((name, observable) -> addObserved(name, observable, parameter));
    }

    private void addMean(String quantity, String coordinate, String parameter) {
        if (model.boundary().get(coordinate) instanceof Boundary.Periodic circle) {
            Expression rate = tangents.derivative(Circles.mean(coordinate, circle), parameter);
            all.add(new Sensitivity(quantity, parameter, rate, Optional.empty(), Optional.empty(), Optional.empty()));
        } else {
            addMeanOf(quantity, parameter, tangents.derivative(new Name(coordinate), parameter));
        }
    }

    private void addMeanOf(String quantity, String parameter, Expression rate) {
        boolean changes = rate instanceof Name;
        Expression mean = changes ? new Average(Average.Kind.MEAN, rate, null, 0) : NOTHING;
        Expression variance = changes ? new Average(Average.Kind.VARIANCE, rate, null, 0) : NOTHING;
        all.add(new Sensitivity(quantity, parameter, mean, Optional.of(variance), Optional.empty(), Optional.empty()));
    }

    private void addObserved(String name, Observable observable, String parameter) {
        Optional<String> extremeOf = extremeOf(observable);
        String formula = extremeOf.orElse(name);
        Optional<Expression> jump =
                tangents.jump(((Observable.Formula) model.observe().get(formula)).expression(), parameter);
        Expression rate =
                jump.isPresent() ? new Literal(Double.NaN) : tangents.derivative(observed.get(formula), parameter);
        all.add(new Sensitivity(name, parameter, rate, Optional.empty(), extremeOf, jump));
    }

    private static Optional<String> extremeOf(Observable observable) {
        if (observable instanceof Observable.RunningMinimum least) {
            return Optional.of(least.of());
        }
        return observable instanceof Observable.RunningMaximum largest ? Optional.of(largest.of()) : Optional.empty();
    }
}
