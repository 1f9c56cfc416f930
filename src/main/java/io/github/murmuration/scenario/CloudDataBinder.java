package io.github.murmuration.scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the law that generated clouds are to have. */
final class CloudDataBinder {

    private static final List<String> KINDS = List.of("gaussian", "shapes", "surfaces", "files");
    /** What a file may give. */
    static final String ACCEPTED = "one of " + String.join(", ", KINDS);

    private final Path folder;
    private final LawBinder laws;

    CloudDataBinder(Path folder, LawBinder laws) {
        this.folder = folder;
        this.laws = laws;
    }

    CloudData data(YamlNode node) {
        YamlNode kind = node.allow(KINDS).oneOf(KINDS);
        return switch (kind.field()) {
            case "gaussian" -> gaussian(kind);
            case "shapes" -> kind.isMapping() ? shapes(kind) : named(kind);
            case "surfaces" -> surfaces(kind);
            default -> files(kind);
        };
    }

    private static CloudData gaussian(YamlNode node) {
        node.allow(List.of("mean", "centre-variance", "variance", "dimension"));
        double mean = node.number("mean", 0);
        double centreVariance = node.require("centre-variance", "a number >= 0").number("a number >= 0");
        double variance = node.require("variance", "a positive number").number("a positive number");
        int dimension = node.count("dimension", 1);
        return ScenarioException.at(
                node.path(), () -> new CloudData.Gaussian(mean, centreVariance, variance, dimension));
    }

    private static CloudData named(YamlNode node) {
        if (!node.value().asText().equals(CloudData.ThreeShapes.NAME)) {
            throw node.refused(CloudData.ThreeShapes.NAME + ", or {weights: [..], mixtures: [..]}");
        }
        return new CloudData.ThreeShapes();
    }

    private CloudData shapes(YamlNode node) {
        node.allow(List.of("weights", "mixtures"));
        double[] weights = node.require("weights", "a list of numbers").numbers();
        List<Law.Mixture> mixtures = new ArrayList<>();
        for (YamlNode item : node.require("mixtures", "a list of mixtures").items("a list of mixtures")) {
            mixtures.add(laws.mixture(item));
        }
        List<Double> shares = Arrays.stream(weights).boxed().toList();
        CloudData shapes = ScenarioException.at(node.path(), () -> new CloudData.Shapes(shares, mixtures));
        laws.noteSum(node, weights);
        return shapes;
    }

    private static CloudData surfaces(YamlNode node) {
        node.allow(List.of("kinds", "clouds", "points", "seed", "upsampling", "bandwidth"));
        List<String> kinds = node.find("kinds").map(CloudDataBinder::kinds).orElse(CloudData.Surfaces.KINDS);
        int clouds = node.count("clouds", 16);
        int points = node.count("points", 512);
        long seed = node.find("seed").map(YamlNode::integer).orElse(1L);
        int upsampling = node.count("upsampling", 1);
        double bandwidth = node.number("bandwidth", 0.1);
        return ScenarioException.at(
                node.path(), () -> new CloudData.Surfaces(kinds, clouds, points, seed, upsampling, bandwidth));
    }

    private static List<String> kinds(YamlNode node) {
        List<String> kinds = new ArrayList<>();
        for (YamlNode item : node.items("a list of some of " + String.join(", ", CloudData.Surfaces.KINDS))) {
            if (!CloudData.Surfaces.KINDS.contains(item.value().asText())) {
                throw item.unknown(CloudData.Surfaces.KINDS);
            }
            kinds.add(item.value().asText());
        }
        return kinds;
    }

    private CloudData files(YamlNode node) {
        node.allow(List.of("names", "upsampling", "bandwidth", "sha256"));
        List<Path> files = new ArrayList<>();
        for (YamlNode item : node.require("names", "a list of files").items("a list of files")) {
            files.add(file(item));
        }
        node.find("sha256").ifPresent(hashes -> checkHashes(files, hashes));
        int upsampling = node.count("upsampling", 1);
        double bandwidth = node.require("bandwidth", "a positive number").number("a positive number");
        return ScenarioException.at(node.path(), () -> new CloudData.Files(files, upsampling, bandwidth));
    }

    private static void checkHashes(List<Path> files, YamlNode hashes) {
        List<YamlNode> items = hashes.items("a list of one SHA-256 for every name");
        Check.count(hashes.path(), items.size(), files.size(), "one for every name");
        for (int i = 0; i < files.size(); i++) {
            InputFile.checkHash(files.get(i), items.get(i));
        }
    }

    private Path file(YamlNode node) {
        try {
            return folder.resolve(node.text()).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw node.refused("the name of a file");
        }
    }
}
