package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Moves the sections of a scenario file into a builder; what the file leaves out keeps the builder's default. */
final class ScenarioBinder {
    private static final List<String> POPULATION = List.of("agents", "seed", "replica");
    private static final List<String> TIME = List.of("steps", "scheme", "noise-per-step");
    private static final List<String> OUTPUT = List.of(
            "moments-every",
            "paths",
            "histogram-bins",
            "checkpoint-every",
            "agent-energies",
            "sensitivities",
            "snapshots",
            "format");

    private final LawBinder laws;

    ScenarioBinder(LawBinder laws) {
        this.laws = laws;
    }

    void bind(YamlNode root, ScenarioBuilder builder) {
        root.find("name").ifPresent(node -> builder.name(node.text()));
        Optional<Law> initial = root.find("initial").map(laws::initial);
        initial.ifPresent(builder::initial);
        int d = initial.map(Law::dimension).orElse(1);
        Dynamics dynamics = DynamicsBinder.dynamics(root, d, new CustomModelBinder(new MarkBinder(laws)), laws);
        builder.dynamics(dynamics);
        root.find("target")
                .filter(node -> !dynamics.model().game())
                .ifPresent(node -> builder.target(laws.law(node, ScenarioFields.TARGET)));
        root.find("protocol").ifPresent(node -> builder.protocol(ProtocolBinder.protocol(node, dynamics.model())));
        root.find("guidance").ifPresent(node -> builder.guidance(guidance(node)));
        root.find("population").ifPresent(node -> builder.population(population(node)));
        root.find("time").ifPresent(node -> builder.time(time(node, dynamics.model())));
        root.find("output").ifPresent(node -> builder.output(output(node)));
    }

    private static Population population(YamlNode node) {
        node.allow(POPULATION);
        long agents = node.find("agents").map(YamlNode::integer).orElse(Population.DEFAULT.agents());
        long seed = node.find("seed").map(YamlNode::integer).orElse(Population.DEFAULT.seed());
        OptionalInt replica = node.find("replica")
                .map(number -> OptionalInt.of(number.count()))
                .orElse(Population.DEFAULT.replica());
        return ScenarioException.at(node.path(), () -> new Population(agents, seed, replica));
    }

    private static Time time(YamlNode node, Model model) {
        node.allow(TIME);
        int steps = node.count("steps", Time.DEFAULT.steps());
        Scheme scheme =
                node.find("scheme").map(it -> it.choice(model.schemes())).orElse(Time.DEFAULT.scheme());
        int noisePerStep = node.count("noise-per-step", Time.DEFAULT.noisePerStep());
        return ScenarioException.at(node.path(), () -> new Time(steps, scheme, noisePerStep));
    }

    private static Output output(YamlNode node) {
        node.allow(OUTPUT);
        int momentsEvery = node.count("moments-every", Output.DEFAULT.momentsEvery());
        int paths = node.count("paths", Output.DEFAULT.paths());
        int histogramBins = node.count("histogram-bins", Output.DEFAULT.histogramBins());
        int checkpointEvery = node.count("checkpoint-every", Output.DEFAULT.checkpointEvery());
        boolean agentEnergies = node.find("agent-energies").map(YamlNode::truth).orElse(Output.DEFAULT.agentEnergies());
        List<String> sensitivities = node.find("sensitivities")
                .map(list -> list.items("a list of parameters").stream()
                        .map(item -> item.source("the name of a parameter"))
                        .toList())
                .orElse(Output.DEFAULT.sensitivities());
        List<Double> snapshots = node.find("snapshots")
                .map(list -> Arrays.stream(list.numbers()).boxed().toList())
                .orElse(Output.DEFAULT.snapshots());
        ArrayFormat format =
                node.find("format").map(it -> it.choice(ArrayFormat.class)).orElse(Output.DEFAULT.format());
        return ScenarioException.at(
                node.path(),
                () -> new Output(
                        momentsEvery,
                        paths,
                        histogramBins,
                        checkpointEvery,
                        agentEnergies,
                        sensitivities,
                        snapshots,
                        format));
    }

    private static List<Guidance> guidance(YamlNode node) {
        if (!node.isList()) {
            return List.of(oneGuidance(node));
        }
        List<Guidance> guidance = new ArrayList<>();
        for (YamlNode item : node.items("a list")) {
            guidance.add(oneGuidance(item));
        }
        return guidance;
    }

    private static Guidance oneGuidance(YamlNode node) {
        if (node.isMapping()) {
            node.allow(List.of("custom"));
            double[][] points = node.require("custom", "a list of points").points();
            return ScenarioException.at(node.path(), () -> new Guidance.Custom(points));
        }
        return switch (node.value().asText()) {
            case "mean-field" -> new Guidance.MeanField();
            case "zero" -> new Guidance.Zero();
            case "target-mean" -> new Guidance.TargetMean();
            case "empirical" -> new Guidance.Empirical();
            default -> throw node.unknown(ScenarioFields.GUIDANCE);
        };
    }
}
