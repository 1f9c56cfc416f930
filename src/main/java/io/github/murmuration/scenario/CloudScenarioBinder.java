package io.github.murmuration.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads scenarios of clouds; what a file leaves out has its default. */
final class CloudScenarioBinder {

    private static final List<String> ROOT = List.of(
            "name",
            "description",
            "model",
            "data",
            "score",
            "diffusion",
            "start",
            "branching",
            "population",
            "time",
            "output");
    private static final int CLOUDS = 100;
    private static final int POINTS = 100;
    private static final int STEPS = 1000;
    private static final int PLY_FILES = 16;
    private static final int COMPARED = 64;
    private static final double MOST_COMPARED = 5e6;
    private static final double LEAST_NOISE = 0.01;

    private CloudScenarioBinder() {}

    /**
     * @param folder where files of clouds lie.
     * @param name where the file gives none
     */
    static CloudScenario scenario(YamlNode root, Path folder, LawBinder laws, String name) {
        root.allow(ROOT);
        YamlNode given = root.require("data", CloudDataBinder.ACCEPTED);
        CloudData data = new CloudDataBinder(folder, laws).data(given);
        CloudScenario.Clouds population = population(root.section("population"));
        Optional<CloudScenario.Copying> branching = root.find("branching").map(CopyingBinder::copying);
        double start = population.points()
                / branching.map(CloudScenario.Copying::growth).orElse(1.0);
        ForwardNoise diffusion = diffusion(root.section("diffusion"), start);
        return new CloudScenario(
                root.find("name").map(YamlNode::text).orElse(name),
                data,
                CloudScoreBinder.score(root, data),
                diffusion,
                choice(root, "start", CloudScenario.Start.INDEPENDENT),
                branching,
                population,
                time(root.section("time"), diffusion),
                output(root.section("output"), population.points()));
    }

    private static CloudScenario.Clouds population(YamlNode node) {
        node.find("agents").ifPresent(agents -> {
            throw new ScenarioException(
                    agents.path(), "not a field of model " + CloudScenario.MODEL + "; give clouds and points");
        });
        node.allow(List.of("clouds", "points", "seed"));
        int clouds = node.count("clouds", CLOUDS);
        int points = node.count("points", POINTS);
        long seed = node.find("seed").map(YamlNode::integer).orElse(Population.DEFAULT.seed());
        return ScenarioException.at(node.path(), () -> new CloudScenario.Clouds(clouds, points, seed));
    }

    /** @param points of a cloud at the start, which the default forgets */
    private static ForwardNoise diffusion(YamlNode node, double points) {
        List<String> kinds = List.of("preserving", "exploding");
        node.allow(kinds);
        if (node.value().isEmpty()) {
            return preserving(node.section("preserving"), points);
        }
        YamlNode kind = node.oneOf(kinds);
        return kind.field().equals("exploding") ? exploding(kind, points) : preserving(kind, points);
    }

    private static ForwardNoise preserving(YamlNode node, double points) {
        node.allow(List.of("first", "last", "horizon"));
        double first = node.number("first", 1);
        double last = node.number("last", first);
        double horizon = node.number("horizon", ForwardNoise.Preserving.horizon(first, last, points));
        return ScenarioException.at(node.path(), () -> new ForwardNoise.Preserving(first, last, horizon));
    }

    private static ForwardNoise exploding(YamlNode node, double points) {
        node.allow(List.of("least", "ratio"));
        double least = node.number("least", LEAST_NOISE);
        double ratio = node.number("ratio", ForwardNoise.Exploding.ratio(least, points));
        return ScenarioException.at(node.path(), () -> new ForwardNoise.Exploding(least, ratio));
    }

    private static CloudScenario.Steps time(YamlNode node, ForwardNoise diffusion) {
        node.allow(List.of("steps", "end", "clock"));
        int steps = node.count("steps", STEPS);
        double end = node.number("end", 0);
        CloudScenario.Spacing clock = choice(node, "clock", CloudScenario.Spacing.of(diffusion));
        return ScenarioException.at(node.path(), () -> new CloudScenario.Steps(steps, end, clock));
    }

    /** @param points N: comparing n clouds with n others takes about n^2 N log N */
    private static CloudScenario.Saved output(YamlNode node, int points) {
        node.allow(List.of("ply-files", "compared"));
        int plyFiles = node.count("ply-files", PLY_FILES);
        int compared = node.count("compared", (int) Math.max(2, Math.min(COMPARED, Math.sqrt(MOST_COMPARED / points))));
        return ScenarioException.at(node.path(), () -> new CloudScenario.Saved(plyFiles, compared));
    }

    private static <E extends Enum<E>> E choice(YamlNode node, String field, E otherwise) {
        return node.find(field)
                .map(it -> it.choice(otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }
}
