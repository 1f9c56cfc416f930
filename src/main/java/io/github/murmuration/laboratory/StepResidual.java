package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.scenario.CustomModel;
import java.util.List;
import java.util.Map;

/**
 * How far a game is from its Hamilton-Jacobi-Bellman equation over an Euler-Maruyama step of its particles, in double precision: with b, s
 * and the cost l from the written model itself,
 *
 * <pre>R = ( e^(-delta h) E U(x + b h + s h^(1/2) xi, t + h) - U(x, t) )/h + e^(delta t) l(x, t) + dI/drho(x) - i(x, t)</pre>
 *
 * which tends to dU/dt + b.grad U + (s^2/2) Laplace U - delta U + .. = 0 with the first order of h. The mean over xi is that of the 2 d
 * points +-d^(1/2) e_j, exact for polynomials of degree 3, so that it adds an error of order h.
 */
public final class StepResidual {

    private static final int MOST_AGENTS = 32;
    private static final int MOST_TIMES = 50;

    private final Row row;
    private final CustomModel model;
    private final List<String> state;

    public StepResidual(Row row, CustomModel model) {
        this.row = row;
        this.model = model;
        this.state = model.state();
    }

    /**
     * b of the model.
     * @param x [d]
     * @return [d]
     */
    public double[] drift(double[] x, double t) {
        return drift(new Values(x, t));
    }

    private double[] drift(Values values) {
        return state.stream()
                .mapToDouble(name -> values.of(model.drift().get(name)))
                .toArray();
    }

    /**
     * R.
     * @param x [d].
     * @param h of a step that ends at T at the latest
     */
    public double at(double[] x, double t, double h) {
        Values values = new Values(x, t);
        int d = x.length;
        double[] drift = drift(values);
        double[] moved = new double[d];
        double[] shake = new double[d];
        for (int j = 0; j < d; j++) {
            moved[j] = x[j] + drift[j] * h;
            shake[j] = values.noise(state.get(j)) * Math.sqrt(d * h);
        }
        double paid = Math.exp(row.discount() * t) * values.of(model.cost().orElseThrow()) + row.variation(x, t);
        double next = Math.exp(-row.discount() * h) * mean(moved, shake, t + h);
        return (next - row.value(x, t)) / h + paid;
    }

    /**
     * Root mean square of R along agents, at no more than {@value #MOST_AGENTS} of them and {@value #MOST_TIMES} times each; NaN where
     * there are none.
     *
     * @param paths [agent][T][d].
     * @param times as shares of the horizon [T].
     * @param steps n of the run, so that h = T/n
     */
    public double along(float[][][] paths, double[] times, int steps) {
        double h = model.horizon() / steps;
        int stride = Math.max(1, (times.length - 1) / MOST_TIMES);
        double sum = 0;
        int count = 0;
        for (int k = 0; times[k] * steps < steps - 0.5; k += stride) {
            for (int a = 0; a < Math.min(MOST_AGENTS, paths.length); a++) {
                double r = at(doubles(paths[a][k]), times[k] * model.horizon(), h);
                sum += r * r;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private static double[] doubles(float[] x) {
        double[] doubles = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            doubles[j] = x[j];
        }
        return doubles;
    }

    private double mean(double[] centre, double[] shake, double t) {
        double sum = 0;
        for (int j = 0; j < centre.length; j++) {
            double[] point = centre.clone();
            point[j] = centre[j] + shake[j];
            sum += row.value(point, t);
            point[j] = centre[j] - shake[j];
            sum += row.value(point, t);
        }
        return sum / (2 * centre.length);
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
            if (state.contains(name)) {
                return x[state.indexOf(name)];
            }
            if (name.startsWith("other.")) {
                return law.mean()[state.indexOf(name.substring(6))];
            }
            return model.pairs().containsKey(name) ? of(model.pairs().get(name)) : parameters.of(name);
        }

        private double average(Average average) {
            int j = state.indexOf(average.first().text());
            return average.kind() == Average.Kind.VARIANCE ? law.covariance()[j][j] : law.mean()[j];
        }
    }
}
