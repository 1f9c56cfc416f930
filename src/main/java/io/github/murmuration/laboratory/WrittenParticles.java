package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.scenario.CustomModel;
import java.util.List;
import java.util.Map;

/** The particles of a row, with drift, noise and cost from a written model. */
public record WrittenParticles(Row row, CustomModel model) implements ControlledParticles {

    @Override
    public double horizon() {
        return model.horizon();
    }

    @Override
    public double[] drift(double[] x, double t) {
        Values values = new Values(x, t);
        return state().stream()
                .mapToDouble(name -> values.of(model.drift().get(name)))
                .toArray();
    }

    @Override
    public double[] noise(double[] x, double t) {
        Values values = new Values(x, t);
        return state().stream().mapToDouble(values::noise).toArray();
    }

    @Override
    public double paid(double[] x, double t) {
        double cost = new Values(x, t).of(model.cost().orElseThrow());
        return Math.exp(row.discount() * t) * cost + row.variation(x, t);
    }

    @Override
    public double value(double[] x, double t) {
        return row.value(x, t);
    }

    @Override
    public double discount() {
        return row.discount();
    }

    private List<String> state() {
        return model.state();
    }

    /** Expressions of the model at an agent of the exact law. */
    private final class Values {

        private final double[] x;
        private final ParameterValues parameters;
        private final GaussianMixture law;

        Values(double[] x, double t) {
            this.x = x;
            this.parameters = new ParameterValues(model.parameters(), t);
            this.law = row.law(t).orElse(null);
        }

        double of(Expression expression) {
            return expression.value(this::named, this::average);
        }

        double noise(String coordinate) {
            return of(model.noise()
                    .getOrDefault(coordinate, Map.of())
                    .getOrDefault(coordinate, new Expression.Literal(0)));
        }

        /** Partners stand at the mean of the law: pair means of games are linear in them. */
        private double named(String name) {
            if (state().contains(name)) {
                return x[state().indexOf(name)];
            }
            if (name.startsWith("other.")) {
                return law.mean()[state().indexOf(name.substring(6))];
            }
            return model.pairs().containsKey(name) ? of(model.pairs().get(name)) : parameters.of(name);
        }

        private double average(Average average) {
            int j = state().indexOf(average.first().text());
            return average.kind() == Average.Kind.VARIANCE ? law.covariance()[j][j] : law.mean()[j];
        }
    }
}
