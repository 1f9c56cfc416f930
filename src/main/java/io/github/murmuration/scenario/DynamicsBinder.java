package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the model and the fields that belong to it; those of other models are refused. */
final class DynamicsBinder {
    private static final Map<Model, List<String>> FIELDS =
            Map.of(Model.GUIDED_BRIDGE, List.of(), Model.LQG, List.of("drift", "cost", "coupling"));
    private static final String MATRIX = "a matrix, as a list of rows, or a number for that multiple of the identity";

    private DynamicsBinder() {}

    /** @param d number of coordinates of an agent */
    static Dynamics dynamics(YamlNode root, int d) {
        Model model = root.find("model").map(node -> node.choice(Model.class)).orElse(Model.GUIDED_BRIDGE);
        refuseOthers(root, model);
        return switch (model) {
            case GUIDED_BRIDGE -> new Dynamics.GuidedBridge();
            case LQG -> linearQuadratic(root, d);
        };
    }

    private static void refuseOthers(YamlNode root, Model model) {
        Set<String> own = Set.copyOf(FIELDS.get(model));
        List<String> others = new ArrayList<>();
        FIELDS.values().forEach(others::addAll);
        for (String field : others) {
            if (!own.contains(field) && root.find(field).isPresent()) {
                throw new ScenarioException(field, "not a field of model " + model + "; leave it out");
            }
        }
    }

    private static Dynamics linearQuadratic(YamlNode root, int d) {
        double[][] drift = matrix(root, "drift", d);
        double[][] cost = matrix(root, "cost", d);
        root.find("coupling").ifPresent(DynamicsBinder::checkCoupling);
        return new Dynamics.LinearQuadratic(drift, cost);
    }

    private static void checkCoupling(YamlNode node) {
        if (!node.value().asText().equals("optimal")) {
            throw node.refused("optimal");
        }
    }

    /** {matrix: ..} with a matrix, or a number that stands for a multiple of the identity. */
    private static double[][] matrix(YamlNode root, String field, int d) {
        YamlNode node =
                root.require(field, "{matrix: ..}").allow(List.of("matrix")).require("matrix", MATRIX);
        if (node.isList()) {
            return node.points();
        }
        double diagonal = node.number(MATRIX);
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            matrix[i][i] = diagonal;
        }
        return matrix;
    }
}
