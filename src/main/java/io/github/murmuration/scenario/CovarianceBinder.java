package io.github.murmuration.scenario;

import java.util.List;

/** Reads covariances: standard deviations or matrices, of one component or of each. */
final class CovarianceBinder {
    private CovarianceBinder() {}

    /** @param spreads the field {@code standard-deviations} or {@code covariances}, one item per mean */
    static Covariance[] perComponent(YamlNode spreads, double[][] means) {
        boolean matrices = spreads.field().equals("covariances");
        List<YamlNode> items = spreads.items("a list with one per component");
        Check.count(spreads.path(), items.size(), means.length, "one per component");
        Covariance[] covariances = new Covariance[means.length];
        for (int k = 0; k < covariances.length; k++) {
            covariances[k] = matrices ? covariance(items.get(k)) : deviations(items.get(k), means[k].length);
        }
        return covariances;
    }

    /** One number for all d coordinates, or a list of d. */
    static Covariance deviations(YamlNode node, int d) {
        if (node.isList()) {
            double[] each = node.numbers();
            return ScenarioException.at(node.path(), () -> new Covariance.Diagonal(each));
        }
        double all = node.number("a number or a list of numbers");
        return ScenarioException.at(node.path(), () -> Covariance.isotropic(d, all));
    }

    /** A matrix; in one dimension the variance by itself will do; {standard-deviations: ..} where others are matrices. */
    static Covariance covariance(YamlNode node) {
        if (node.isMapping()) {
            String field = "standard-deviations";
            return deviations(node.allow(List.of(field)).require(field, "a list of numbers"), 1);
        }
        double[][] matrix = node.isList()
                ? node.points()
                : new double[][] {{node.number("a matrix, as a list of rows, or in one dimension a number")}};
        return ScenarioException.at(node.path(), () -> new Covariance.Full(matrix));
    }
}
