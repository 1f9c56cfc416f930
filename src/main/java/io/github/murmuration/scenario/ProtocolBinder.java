package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.List;

/** Reads the {@code protocol} section. */
final class ProtocolBinder {
    private static final List<String> FIELDS = List.of("breaks", "beta", "guidance-shape");
    private static final List<String> WITHOUT_STIFFNESS = List.of("breaks", "guidance-shape");
    private static final String BETA = "a number, a list with one per interval, or {first: .., ratio: ..}";

    private ProtocolBinder() {}

    /** Every model but the guided bridge has the breaks and the shape of a custom guidance only, and no stiffness. */
    static Protocol protocol(YamlNode node, Model model) {
        return model == Model.GUIDED_BRIDGE ? stiff(node) : withoutStiffness(node);
    }

    private static Protocol withoutStiffness(YamlNode node) {
        node.allow(WITHOUT_STIFFNESS);
        double[] breaks = breaks(node.require("breaks", "a number of intervals or a list"), node.path());
        GuidanceShape shape = shape(node);
        double[] beta = new double[Math.max(0, breaks.length - 1)];
        return ScenarioException.at(node.path(), () -> new Protocol(breaks, beta, shape));
    }

    private static Protocol stiff(YamlNode node) {
        node.allow(FIELDS);
        YamlNode stiffness = node.require("beta", BETA);
        double[] breaks = node.find("breaks")
                .map(it -> breaks(it, node.path()))
                .orElseGet(() -> Protocol.equalBreaks(
                        stiffness.isList() ? Math.max(1, stiffness.value().size()) : 1));
        double[] beta = beta(stiffness, breaks.length - 1, node.path());
        GuidanceShape shape = shape(node);
        return ScenarioException.at(node.path(), () -> new Protocol(breaks, beta, shape));
    }

    private static GuidanceShape shape(YamlNode node) {
        return node.find("guidance-shape")
                .map(it -> it.choice(GuidanceShape.class))
                .orElse(GuidanceShape.PIECEWISE_CONSTANT);
    }

    private static double[] breaks(YamlNode node, String protocol) {
        if (node.isList()) {
            Check.notEmpty(node.path(), node.value().size(), "at least 0 and 1");
            return node.numbers();
        }
        int intervals = node.count();
        return ScenarioException.at(protocol, () -> Protocol.equalBreaks(intervals));
    }

    private static double[] beta(YamlNode node, int intervals, String protocol) {
        if (node.isList()) {
            return node.numbers();
        }
        if (node.isMapping()) {
            node.allow(List.of("first", "ratio"));
            double first = node.require("first", "beta on the first interval").number("a number");
            double ratio = node.require("ratio", "the ratio of one beta to the one before")
                    .number("a number");
            return ScenarioException.at(protocol, () -> Protocol.geometricBeta(intervals, first, ratio));
        }
        double everywhere = node.number(BETA);
        Check.notNegative(node.path(), everywhere);
        double[] beta = new double[intervals];
        Arrays.fill(beta, everywhere);
        return beta;
    }
}
