package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the model and the fields that belong to it; those of other models are refused. */
final class DynamicsBinder {
    private static final List<String> GAME = List.of("game");
    private static final Map<Model, List<String>> FIELDS = Map.of(
            Model.GUIDED_BRIDGE, List.of(),
            Model.LQG, List.of("drift", "cost", "coupling"),
            Model.MEAN_FIELD_OU, List.of("interaction"),
            Model.DESAI_ZWANZIG, List.of("interaction"),
            Model.KURAMOTO, List.of("interaction"),
            Model.CUSTOM, List.of("dynamics", "observe"));
    private static final List<String> ALL =
            List.of("drift", "cost", "coupling", "interaction", "game", "dynamics", "observe");
    private static final String MATRIX = "a matrix, as a list of rows, or a number for that multiple of the identity";

    private DynamicsBinder() {}

    /**
     * @param d number of coordinates of an agent.
     * @param custom reads models that users write.
     * @param laws reads targets of games
     */
    static Dynamics dynamics(YamlNode root, int d, CustomModelBinder custom, LawBinder laws) {
        Model model = root.find("model").map(DynamicsBinder::model).orElse(Model.GUIDED_BRIDGE);
        refuseOthers(root, model);
        return switch (model) {
            case GUIDED_BRIDGE -> new Dynamics.GuidedBridge();
            case LQG -> linearQuadratic(root, d);
            case MEAN_FIELD_OU ->
                ornsteinUhlenbeck(interaction(root, List.of("relaxation", "coupling", "noise", "horizon")));
            case DESAI_ZWANZIG -> desaiZwanzig(interaction(root, List.of("coupling", "noise", "horizon")));
            case KURAMOTO ->
                kuramoto(interaction(
                        root, List.of("coupling", "noise", "frequency-mean", "frequency-deviation", "horizon")));
            case CUSTOM -> custom.model(root);
            case SCORE_BASED,
                    PROBABILITY_FLOW,
                    CROSS_ENTROPY_TRANSPORT,
                    SCHROEDINGER_BRIDGE,
                    GRADIENT_FLOW,
                    ATTRACTION_FLOW,
                    RELAXED_GRADIENT_FLOW,
                    OT_FLOW,
                    OT_BOLTZMANN,
                    STOCHASTIC_OT_FLOW,
                    NORMALIZING_FLOW,
                    GAME -> game(root, model, laws);
        };
    }

    /** Models of agents, among all. */
    private static Model model(YamlNode node) {
        List<String> names = new ArrayList<>();
        for (Model model : Model.values()) {
            names.add(model.toString());
        }
        int found = names.indexOf(node.value().asText());
        names.add(CloudScenario.MODEL);
        if (found < 0) {
            throw node.unknown(names);
        }
        return Model.values()[found];
    }

    private static void refuseOthers(YamlNode root, Model model) {
        List<String> own = model.game() ? GAME : FIELDS.get(model);
        for (String field : ALL) {
            if (!own.contains(field) && root.find(field).isPresent()) {
                throw new ScenarioException(field, "not a field of model " + model + "; leave it out");
            }
        }
    }

    private static YamlNode interaction(YamlNode root, List<String> fields) {
        return root.require("interaction", "{" + String.join(": .., ", fields) + ": ..}")
                .allow(fields);
    }

    private static Dynamics ornsteinUhlenbeck(YamlNode node) {
        return new Dynamics.MeanFieldOu(
                number(node, "relaxation"), number(node, "coupling"), number(node, "noise"), number(node, "horizon"));
    }

    private static Dynamics desaiZwanzig(YamlNode node) {
        return new Dynamics.DesaiZwanzig(number(node, "coupling"), number(node, "noise"), number(node, "horizon"));
    }

    private static Dynamics kuramoto(YamlNode node) {
        return new Dynamics.Kuramoto(
                number(node, "coupling"),
                number(node, "noise"),
                node.number("frequency-mean", 0),
                node.number("frequency-deviation", 0),
                number(node, "horizon"));
    }

    private static Dynamics game(YamlNode root, Model model, LawBinder laws) {
        List<String> names = GameFields.names(model);
        List<String> terms = GameFields.terms(model);
        YamlNode node = root.require("game", "{" + String.join(": .., ", names) + ": ..}")
                .allow(Stream.concat(names.stream(), terms.stream()).toList());
        Map<String, Double> numbers = new LinkedHashMap<>();
        names.forEach(name -> GameFields.otherwise(model, name)
                .ifPresentOrElse(
                        other -> numbers.put(name, node.number(name, other)),
                        () -> numbers.put(name, number(node, name))));
        Map<String, String> expressions = new LinkedHashMap<>();
        terms.forEach(name -> node.find(name)
                .ifPresent(term -> expressions.put(name, term.source("an expression of " + OwnGame.MAY_READ))));
        Law target = root.find("target")
                .map(law -> laws.law(law, ScenarioFields.TARGET))
                .orElse(null);
        return new Game(model, target, numbers, expressions);
    }

    private static double number(YamlNode node, String field) {
        return node.require(field, "a number").number("a number");
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
