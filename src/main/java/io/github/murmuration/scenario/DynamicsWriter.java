package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a model as YAML, with its parameters in full.
 *
 * @param arrays where data go
 */
record DynamicsWriter(ArrayText arrays) implements Dynamics.Cases<String> {

    @Override
    public String bridge(Dynamics.GuidedBridge bridge) {
        return "";
    }

    @Override
    public String linearQuadratic(Dynamics.LinearQuadratic linear) {
        return "drift: {matrix: " + Arrays.deepToString(linear.drift()) + "}\n"
                + "cost: {matrix: " + Arrays.deepToString(linear.cost()) + "}\n"
                + "coupling: optimal\n";
    }

    @Override
    public String ornsteinUhlenbeck(Dynamics.MeanFieldOu ou) {
        return interaction(ou, "relaxation: " + ou.relaxation() + ", coupling: " + ou.coupling());
    }

    @Override
    public String desaiZwanzig(Dynamics.DesaiZwanzig wells) {
        return interaction(wells, "coupling: " + wells.coupling());
    }

    @Override
    public String kuramoto(Dynamics.Kuramoto kuramoto) {
        return interaction(
                kuramoto,
                "coupling: " + kuramoto.coupling() + ", frequency-mean: " + kuramoto.frequencyMean()
                        + ", frequency-deviation: " + kuramoto.frequencyDeviation());
    }

    @Override
    public String game(Game game) {
        Stream<String> fields = Stream.concat(
                game.ordered().stream().map(number -> number.getKey() + ": " + number.getValue()),
                game.terms().entrySet().stream()
                        .map(term -> term.getKey() + ": \"" + term.getValue().text() + "\""));
        return "game: {" + fields.collect(Collectors.joining(", ")) + "}\n"
                + game.target()
                        .map(law -> "target:\n" + ScenarioWriter.law(law, "patterns", "target", arrays))
                        .orElse("");
    }

    @Override
    public String custom(CustomModel model) {
        return CustomModelWriter.toYaml(model, arrays);
    }

    private static String interaction(Dynamics.Interacting dynamics, String parameters) {
        return "interaction: {" + parameters + ", noise: " + dynamics.noise() + ", horizon: " + dynamics.horizon()
                + "}\n";
    }
}
