package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads laws: points, Gaussians, mixtures, samples and patterns. */
final class LawBinder {
    private static final List<String> GAUSSIAN = List.of("mean", "standard-deviation", "covariance");
    private static final List<String> MIXTURE = List.of("weights", "means", "standard-deviations", "covariances");
    private static final List<String> SAMPLES = List.of("file", "rows", "sha256");

    private final Path folder;
    private final List<String> notes;

    /**
     * @param folder where data files lie
     * @param notes where what was adjusted is said. Modified.
     */
    LawBinder(Path folder, List<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /** Where agents start; {@code sizes: fixed} beside a mixture. */
    Law initial(YamlNode node) {
        Law law = law(withoutSizes(node), ScenarioFields.INITIAL);
        Optional<YamlNode> sizes = node.find("sizes");
        return sizes.isPresent() && isFixed(sizes.get()) ? fixed(law, sizes.get()) : law;
    }

    private static YamlNode withoutSizes(YamlNode node) {
        return node.value() instanceof ObjectNode mapping
                ? new YamlNode(node.path(), mapping.deepCopy().without("sizes"))
                : node;
    }

    private static boolean isFixed(YamlNode sizes) {
        String written = sizes.value().asText();
        if (!written.equals("fixed") && !written.equals("random")) {
            throw sizes.refused("random or fixed");
        }
        return written.equals("fixed");
    }

    private static Law fixed(Law law, YamlNode sizes) {
        if (law instanceof Law.Mixture mixture) {
            return new Law.Mixture(mixture.weights(), mixture.means(), mixture.covariances(), true);
        }
        throw sizes.refused("random: only a mixture has components");
    }

    Law law(YamlNode node, List<String> choices) {
        YamlNode law = node.allow(choices).oneOf(choices);
        return switch (law.field()) {
            case "point" -> point(law);
            case "gaussian" -> gaussian(law);
            case "mixture" -> mixture(law);
            default -> samples(law);
        };
    }

    private static Law point(YamlNode node) {
        double[] at = node.isMapping()
                ? node.allow(List.of("at")).require("at", "the point").point()
                : node.point();
        return ScenarioException.at(node.path(), () -> Law.point(at));
    }

    private static Law gaussian(YamlNode node) {
        node.allow(GAUSSIAN);
        double[] mean = node.require("mean", "a number or a list of numbers").point();
        YamlNode spread = node.oneOf(List.of("standard-deviation", "covariance"));
        Covariance covariance = spread.field().equals("covariance")
                ? CovarianceBinder.covariance(spread)
                : CovarianceBinder.deviations(spread, mean.length);
        return ScenarioException.at(node.path(), () -> Law.gaussian(mean, covariance));
    }

    Law.Mixture mixture(YamlNode node) {
        node.allow(MIXTURE);
        double[] weights = node.require("weights", "a list of numbers").numbers();
        double[][] means = node.require("means", "a list of points").points();
        YamlNode spreads = node.oneOf(List.of("standard-deviations", "covariances"));
        int d = means.length == 0 ? 1 : means[0].length;
        Covariance[] covariances = CovarianceBinder.perComponent(spreads, d);
        Law.Mixture law = ScenarioException.at(node.path(), () -> new Law.Mixture(weights, means, covariances));
        noteSum(node, weights);
        return law;
    }

    /** Notes weights that do not sum to 1. */
    void noteSum(YamlNode node, double[] weights) {
        if (!Weights.sumToOne(weights)) {
            notes.add(node.path() + ".weights: they sum to " + Check.text(Weights.sum(weights))
                    + " and were divided by it");
        }
    }

    private Law samples(YamlNode node) {
        if (node.isList()) {
            return rows(node);
        }
        YamlNode source = node.allow(SAMPLES).oneOf(List.of("file", "rows"));
        if (source.field().equals("rows")) {
            node.find("sha256").ifPresent(hash -> {
                throw hash.refused("nothing: it is that of a file");
            });
            return rows(source);
        }
        node.find("sha256").ifPresent(hash -> checkHash(source, hash));
        return file(source);
    }

    private static Law rows(YamlNode node) {
        double[][] rows = node.points();
        return ScenarioException.at(node.path(), () -> new Law.Samples(rows));
    }

    /** The file is the one that was meant. */
    private void checkHash(YamlNode file, YamlNode hash) {
        try {
            InputFile.checkHash(InputFile.resolve(folder, file.text()), hash);
        } catch (ScenarioException e) {
            throw e.from(file.text());
        }
    }

    private Law file(YamlNode node) {
        String name = node.text();
        try {
            return new Law.Samples(InputFile.rows(folder, name));
        } catch (ScenarioException e) {
            throw e.from(name).from(node.path());
        }
    }
}
