package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.List;

/** Reads laws of marks: those of initial laws that are on the line, and two more. */
final class MarkBinder {
    private static final List<String> LAWS = List.of("gaussian", "mixture", "samples");
    private static final List<String> ALL = List.of("gaussian", "mixture", "samples", "uniform", "cauchy");
    private static final List<String> CAUCHY = List.of("location", "scale");

    private final LawBinder laws;

    MarkBinder(LawBinder laws) {
        this.laws = laws;
    }

    Mark mark(YamlNode node) {
        YamlNode kind = node.allow(ALL).oneOf(ALL);
        return switch (kind.field()) {
            case "uniform" -> uniform(node, kind);
            case "cauchy" -> cauchy(node, kind);
            default -> ofLaw(node, laws.law(node, LAWS));
        };
    }

    private static Mark uniform(YamlNode node, YamlNode kind) {
        List<YamlNode> ends = kind.items("[low, high]");
        Check.count(kind.path(), ends.size(), 2, "low and high");
        double low = CustomModelBinder.constant(ends.get(0));
        double high = CustomModelBinder.constant(ends.get(1));
        return ScenarioException.at(node.path(), () -> new Mark.Uniform(low, high));
    }

    private static Mark cauchy(YamlNode node, YamlNode kind) {
        kind.allow(CAUCHY);
        double location = CustomModelBinder.constant(kind.require("location", "a number"));
        double scale = CustomModelBinder.constant(kind.require("scale", "a positive number"));
        return ScenarioException.at(node.path(), () -> new Mark.Cauchy(location, scale));
    }

    private static Mark ofLaw(YamlNode node, Law law) {
        Check.dimension(node.path(), law.dimension(), 1, "every mark");
        if (law instanceof Law.Samples samples) {
            return new Mark.Samples(column(samples.rows()));
        }
        Law.Mixture mixture = (Law.Mixture) law;
        double[] deviations = Arrays.stream(mixture.covariances())
                .mapToDouble(MarkBinder::deviation)
                .toArray();
        return ScenarioException.at(
                node.path(),
                () -> deviations.length == 1
                        ? new Mark.Gaussian(mixture.means()[0][0], deviations[0])
                        : new Mark.Mixture(list(mixture.weights()), column(mixture.means()), list(deviations)));
    }

    private static double deviation(Covariance covariance) {
        return covariance instanceof Covariance.Full full
                ? Math.sqrt(full.matrix()[0][0])
                : ((Covariance.Diagonal) covariance).standardDeviations()[0];
    }

    private static List<Double> column(double[][] rows) {
        return Arrays.stream(rows).map(row -> row[0]).toList();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
