package io.github.murmuration.density;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Gaussian mixture of independent coordinates as texts of the language of models, after noise: component c has the mean a m_c and the
 * variances a^2 l_c + s2, where a and s2 are parameters of the model. Logarithms are taken about the likeliest component.
 */
public final class MixtureFormula {

    private final GaussianMixture mixture;
    private final String name;
    private final List<String> coordinates;

    /**
     * @param name in the names of its parameters.
     * @param coordinates of a point, in the order of the mixture's
     */
    public MixtureFormula(GaussianMixture mixture, String name, List<String> coordinates) {
        this.mixture = mixture;
        this.name = name;
        this.coordinates = coordinates;
    }

    /** Where components are, how precise they are, and what does not depend on the point in their logarithms. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int c = 0; c < mixture.components(); c++) {
            StringBuilder weight = new StringBuilder("log(" + mixture.weights()[c] + ")");
            for (int j = 0; j < coordinates.size(); j++) {
                parameters.put(at("m", c, j), "(" + mixture.means()[c][j] + ")*a");
                parameters.put(at("q", c, j), "1/(a^2*" + mixture.variances()[c][j] + " + s2)");
                weight.append(" + 0.5*log(").append(at("q", c, j)).append(")");
            }
            parameters.put("w" + name + "c" + c, weight.toString());
        }
        return parameters;
    }

    /** log of the density, but for (d/2) log(2 pi). */
    public String logDensity() {
        return top() + " + log(" + shares() + ")";
    }

    /** Derivative of the log density along coordinate j: of a component, shares alone are kept from one coordinate to the next. */
    public String gradient(int j) {
        String pulls = components()
                .mapToObj(
                        c -> share(c) + "*(" + at("q", c, j) + "*(" + at("m", c, j) + " - " + coordinates.get(j) + "))")
                .collect(Collectors.joining(" + "));
        return "(" + pulls + ")/(" + shares() + ")";
    }

    /** The greatest of some expressions, as a balanced tree. */
    public static String greatest(List<String> expressions) {
        int half = expressions.size() / 2;
        return half == 0
                ? expressions.get(0)
                : "max(" + greatest(expressions.subList(0, half)) + ", "
                        + greatest(expressions.subList(half, expressions.size())) + ")";
    }

    private String at(String letter, int c, int j) {
        return letter + name + "c" + c + coordinates.get(j);
    }

    /** log of a component's weight and density. */
    private String logComponent(int c) {
        String squares = IntStream.range(0, coordinates.size())
                .mapToObj(j -> at("q", c, j) + "*(" + coordinates.get(j) + " - " + at("m", c, j) + ")^2")
                .collect(Collectors.joining(" + "));
        return "w" + name + "c" + c + " - 0.5*(" + squares + ")";
    }

    private String top() {
        return greatest(components().mapToObj(this::logComponent).toList());
    }

    private String share(int c) {
        return "exp(" + logComponent(c) + " - (" + top() + "))";
    }

    private String shares() {
        return components().mapToObj(this::share).collect(Collectors.joining(" + "));
    }

    private IntStream components() {
        return IntStream.range(0, mixture.components());
    }
}
