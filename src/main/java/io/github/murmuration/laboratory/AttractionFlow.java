package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Wasserstein gradient flow of F = (k/4) double integral |x - y|^2, the pull of every agent on every other: dx = -k (x - mean(x)) dt.
 *
 * <pre>x_i - xbar = e^(-k t) (x_i(0) - xbar),   rho_t: covariances times e^(-2 k t)</pre>
 *
 * It minimises F(rho_T) + int E( |v|^2 + |grad dF/drho|^2 )/2 dt, whose least value is F(rho_0); U = dF/drho = (k/2) (|x - xbar|^2 + V), V =
 * tr Cov rho_t.
 */
record AttractionFlow(GaussianMixture initial, double strength, double horizon) implements Row {

    @Override
    public CustomModel particles() {
        List<String> names = Coordinates.names(initial.dimension());
        CustomModelBuilder model = CustomModel.builder()
                .state(names.toArray(String[]::new))
                .parameter("k", strength)
                .horizon(horizon);
        for (String x : names) {
            model.pair("pull" + x, "other." + x + " - " + x).drift(x, "k*pull" + x);
        }
        List<String> squares = names.stream().map(x -> "(k*pull" + x + ")^2").toList();
        return model.cost(String.join(" + ", squares)).build();
    }

    @Override
    public double optimalCost() {
        return 0.5 * strength * spread(0);
    }

    private double spread(double t) {
        double[][] covariance = initial.covariance();
        double trace = IntStream.range(0, covariance.length)
                .mapToDouble(j -> covariance[j][j])
                .sum();
        return trace * Math.exp(-2 * strength * t);
    }

    @Override
    public Optional<GaussianMixture> law(double t) {
        double shrunk = Math.exp(-strength * t);
        double[] centre = initial.mean();
        double[][] means = new double[initial.components()][centre.length];
        double[][] variances = new double[means.length][centre.length];
        for (int c = 0; c < means.length; c++) {
            for (int j = 0; j < centre.length; j++) {
                means[c][j] = centre[j] + shrunk * (initial.means()[c][j] - centre[j]);
                variances[c][j] = shrunk * shrunk * initial.variances()[c][j];
            }
        }
        return Optional.of(new GaussianMixture(initial.weights(), means, variances, initial.rotations()));
    }

    @Override
    public double terminalCost(double[] x) {
        return 0.5 * value(x, horizon);
    }

    @Override
    public double value(double[] x, double t) {
        double square = spread(t);
        double[] centre = initial.mean();
        for (int j = 0; j < x.length; j++) {
            square += (x[j] - centre[j]) * (x[j] - centre[j]);
        }
        return 0.5 * strength * square;
    }

    /** Of I = E |grad dF/drho|^2/2: k^2 V. */
    @Override
    public double variation(double[] x, double t) {
        return strength * strength * spread(t);
    }
}
