package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.CloudMixture;
import io.github.murmuration.cloud.GaussianPoints;
import io.github.murmuration.density.GaussianMixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
        if (law.shapes().stream().anyMatch(shape -> !shape.mixture().diagonal())) {
            throw new IllegalArgumentException("components of shapes have no covariances between coordinates");
        }
        this.law = law;
        this.coordinates = Score.names(law.dimension());
    }

    /** @throws IllegalArgumentException a component has a covariance between coordinates */
    public static Score of(CloudMixture<GaussianPoints> law) {
        return new ShapesScore(law).score();
    }

    /** That of clouds of one point, for every point alone: S_i = grad log sum_k p_k eta_k(x_i). @throws IllegalArgumentException as {@link #of} */
    public static Score ofOnePoint(CloudMixture<GaussianPoints> law) {
        return new ShapesScore(law).ofOne();
    }

    private Score score() {
        shapes().forEach(this::define);
        for (int k = 1; k < law.shapes().size(); k++) {
            means.put("r" + k, logDensity(k) + " - (" + logDensity(0) + ")");
        }
        List<String> components =
                IntStream.range(0, coordinates.size()).mapToObj(this::component).toList();
        return new Score(coordinates, parameters, Map.of(), means, components);
    }

    private Score ofOne() {
        shapes().forEach(this::define);
        String top = greatest(shapes().mapToObj(this::top).toList());
        List<String> components = IntStream.range(0, coordinates.size())
                .mapToObj(j -> ofOne(j, top))
                .toList();
        return new Score(coordinates, parameters, Map.of(), Map.of(), components);
    }

    /** sum_k p_k grad eta_k over sum_k p_k eta_k, both in units of the greatest density of a component. */
    private String ofOne(int j, String top) {
        return "(" + weighted(k -> pulls(k, j), top) + ")/(" + weighted(this::shares, top) + ")";
    }

    private String weighted(IntFunction<String> ofShape, String top) {
        return shapes().mapToObj(
                        k -> law.probabilities()[k] + "*exp(" + top(k) + " - (" + top + "))*(" + ofShape.apply(k) + ")")
                .collect(Collectors.joining(" + "));
    }

    private IntStream shapes() {
        return IntStream.range(0, law.shapes().size());
    }

    /** Where components are, how precise they are, and what does not depend on the point in their logarithms. */
    private void define(int k) {
        GaussianMixture mixture = law.shapes().get(k).mixture();
        for (int c = 0; c < mixture.components(); c++) {
            StringBuilder weight = new StringBuilder("log(" + mixture.weights()[c] + ")");
            for (int j = 0; j < coordinates.size(); j++) {
                parameters.put(at("m", k, c, j), "(" + mixture.means()[c][j] + ")*a");
                parameters.put(at("q", k, c, j), "1/(a^2*" + mixture.variances()[c][j] + " + s2)");
                weight.append(" + 0.5*log(").append(at("q", k, c, j)).append(")");
            }
            parameters.put("w" + k + "c" + c, weight.toString());
        }
    }

    private static String at(String name, int k, int c, int j) {
        return name + k + "c" + c + Score.names(j + 1).get(j);
    }

    /** log of a component's weight and density. */
    private String logComponent(int k, int c) {
        String squares = IntStream.range(0, coordinates.size())
                .mapToObj(j -> at("q", k, c, j) + "*(" + coordinates.get(j) + " - " + at("m", k, c, j) + ")^2")
                .collect(Collectors.joining(" + "));
        return "w" + k + "c" + c + " - 0.5*(" + squares + ")";
    }

    private String top(int k) {
        return greatest(components(k).mapToObj(c -> logComponent(k, c)).toList());
    }

    private String share(int k, int c) {
        return "exp(" + logComponent(k, c) + " - (" + top(k) + "))";
    }

    private String shares(int k) {
        return components(k).mapToObj(c -> share(k, c)).collect(Collectors.joining(" + "));
    }

    private String logDensity(int k) {
        return top(k) + " + log(" + shares(k) + ")";
    }

    /** Along a coordinate. */
    private String gradient(int k, int j) {
        return "(" + pulls(k, j) + ")/(" + shares(k) + ")";
    }

    private String pulls(int k, int j) {
        return components(k)
                .mapToObj(c -> share(k, c) + "*" + at("q", k, c, j) + "*(" + at("m", k, c, j) + " - "
                        + coordinates.get(j) + ")")
                .collect(Collectors.joining(" + "));
    }

    private IntStream components(int k) {
        return IntStream.range(0, law.shapes().get(k).mixture().components());
    }

    private String component(int j) {
        List<String> likelihoods = new ArrayList<>(List.of("0"));
        for (int k = 1; k < law.shapes().size(); k++) {
            likelihoods.add("points*r" + k);
        }
        String top = greatest(likelihoods);
        List<String> weights = IntStream.range(0, likelihoods.size())
                .mapToObj(k -> law.probabilities()[k] + "*exp(" + likelihoods.get(k) + " - (" + top + "))")
                .toList();
        String total = "(" + String.join(" + ", weights) + ")";
        return IntStream.range(0, weights.size())
                .mapToObj(k -> weights.get(k) + "/" + total + "*(" + gradient(k, j) + ")")
                .collect(Collectors.joining(" + "));
    }

    /** The greatest of some expressions, as a balanced tree. */
    private static String greatest(List<String> expressions) {
        int half = expressions.size() / 2;
        return half == 0
                ? expressions.get(0)
                : "max(" + greatest(expressions.subList(0, half)) + ", "
                        + greatest(expressions.subList(half, expressions.size())) + ")";
    }
}
