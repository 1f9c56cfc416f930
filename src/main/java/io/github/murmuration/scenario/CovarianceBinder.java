package io.github.murmuration.scenario;

import java.util.List;

/** Reads covariances: standard deviations or matrices, of one component or of each. */
final class CovarianceBinder {
    private CovarianceBinder() {}

    /** @param spreads the field {@code standard-deviations} or {@code covariances}, one item per component */
    static Covariance[] perComponent(YamlNode spreads, int d) {
        boolean matrices = spreads.field().equals("covariances");
        return spreads.items("a list with one per component").stream()
                .map(item -> matrices ? covariance(item) : deviations(item, d))
                .toArray(Covariance[]::new);
    }

    /** One number for all d coordinates, or a list of d. */
    static Covariance deviations(YamlNode node, int d) {
        if (node.isList()) {
            double[] each = node.numbers();
            return ScenarioException.at(node.path(), () -> new Covariance.Diagonal(each));
        }
        double all = node.number("a number or a list of numbers");
        Check.deviation(node.path(), all);
        return Covariance.isotropic(d, all);
    }

    /** A matrix, in one dimension also the variance by itself; {standard-deviations: ..} where others are matrices. */
    static Covariance covariance(YamlNode node) {
        if (node.isMapping()) {
            String field = "standard-deviations";
            return deviations(node.allow(List.of(field)).require(field, "a list of numbers"), 1);
        }
        double[][] matrix = node.isList() ? node.points() : variance(node);
        return ScenarioException.at(node.path(), () -> new Covariance.Full(matrix));
    }

    private static double[][] variance(YamlNode node) {
        double variance = node.number("a matrix, as a list of rows, or in one dimension a number");
        Check.notNegative(node.path(), variance);
        return new double[][] {{variance}};
    }
}
