package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.MixtureFormula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The score of clouds of K shapes, the points of shape k being independent of density eta_k, a Gaussian mixture:
 *
 * <pre>S_i = sum_k W_k grad log eta_k(x_i),   W_k ~ p_k exp(N mean(log eta_k))</pre>
 *
 * with eta_k noised. Logarithms are taken about the nearest component of a mixture and the likeliest shape, and the means are of
 * log(eta_k / eta_1), so that float32 sums of many points keep what tells shapes apart.
 */
public final class ShapesScore {

    private final CloudMixture<GaussianPoints> law;
    private final List<String> coordinates;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> means = new LinkedHashMap<>();

    private ShapesScore(CloudMixture<GaussianPoints> law) {
        this.law = law;
        this.coordinates = Score.names(law.dimension());
    }

    /** @throws IllegalArgumentException a component has a covariance between coordinates */
    public static Score of(CloudMixture<GaussianPoints> law) {
        if (law.shapes().stream().anyMatch(shape -> !shape.mixture().diagonal())) {
            throw new IllegalArgumentException("components of shapes have no covariances between coordinates");
        }
        return new ShapesScore(law).score();
    }

    /**
     * That of clouds of one point, for every point alone: S_i = grad log sum_k p_k eta_k(x_i).
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Score ofOnePoint(CloudMixture<GaussianPoints> law) {
        return of(new CloudMixture<>(new double[] {1}, List.of(new GaussianPoints(ofAllShapes(law)))));
    }

    /** sum_k p_k eta_k. */
    private static GaussianMixture ofAllShapes(CloudMixture<GaussianPoints> law) {
        List<GaussianMixture> mixtures =
                law.shapes().stream().map(GaussianPoints::mixture).toList();
        double[] weights = IntStream.range(0, mixtures.size())
                .boxed()
                .flatMapToDouble(k -> Arrays.stream(mixtures.get(k).weights()).map(w -> law.probabilities()[k] * w))
                .toArray();
        return new GaussianMixture(
                weights, rows(mixtures, GaussianMixture::means), rows(mixtures, GaussianMixture::variances), null);
    }

    private static double[][] rows(List<GaussianMixture> mixtures, Function<GaussianMixture, double[][]> part) {
        return mixtures.stream()
                .flatMap(mixture -> Arrays.stream(part.apply(mixture)))
                .toArray(double[][]::new);
    }

    private Score score() {
        for (int k = 0; k < law.shapes().size(); k++) {
            parameters.putAll(formula(k).parameters());
        }
        for (int k = 1; k < law.shapes().size(); k++) {
            means.put("r" + k, formula(k).logDensity() + " - (" + formula(0).logDensity() + ")");
        }
        List<String> components =
                IntStream.range(0, coordinates.size()).mapToObj(this::component).toList();
        return new Score(coordinates, parameters, Map.of(), means, components);
    }

    private String component(int j) {
        List<String> likelihoods = new ArrayList<>(List.of("0"));
        for (int k = 1; k < law.shapes().size(); k++) {
            likelihoods.add("points*r" + k);
        }
        String top = MixtureFormula.greatest(likelihoods);
        List<String> weights = IntStream.range(0, likelihoods.size())
                .mapToObj(k -> law.probabilities()[k] + "*exp(" + likelihoods.get(k) + " - (" + top + "))")
                .toList();
        String total = "(" + String.join(" + ", weights) + ")";
        return IntStream.range(0, weights.size())
                .mapToObj(k -> weights.get(k) + "/" + total + "*(" + formula(k).gradient(j) + ")")
                .collect(Collectors.joining(" + "));
    }

    private MixtureFormula formula(int k) {
        return new MixtureFormula(law.shapes().get(k).mixture(), Integer.toString(k), coordinates);
    }
}
