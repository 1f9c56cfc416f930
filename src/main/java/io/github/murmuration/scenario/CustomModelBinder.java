package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads a model that a user wrote: the sections {@code dynamics} and {@code observe}. */
final class CustomModelBinder {
    private static final List<String> FIELDS = List.of(
            "state",
            "marks",
            "parameters",
            "means",
            "pairs",
            "partners",
            "sources",
            "drift",
            "noise",
            "common-noise",
            "boundary",
            "cost",
            "horizon");
    private static final String EXPRESSION = "an expression";
    private static final String NAMED = "a mapping of names to values";
    private static final List<String> BY_TIME = List.of("times", "values");

    private final MarkBinder marks;

    CustomModelBinder(MarkBinder marks) {
        this.marks = marks;
    }

    CustomModel model(YamlNode root) {
        YamlNode node = root.require("dynamics", "{state: .., drift: .., horizon: ..}");
        CutExpressions.refuse(node);
        root.find("observe").ifPresent(CutExpressions::refuse);
        node.allow(FIELDS);
        CustomModelBuilder builder = CustomModel.builder();
        builder.state(names(node.require("state", "a list of names, one per coordinate")));
        each(node, "marks", (name, mark) -> builder.mark(name, marks.mark(mark)));
        each(node, "parameters", (name, parameter) -> bindParameter(name, parameter, builder));
        each(node, "means", (name, mean) -> builder.mean(name, mean.source(EXPRESSION)));
        each(node, "pairs", (name, value) -> builder.pair(name, value.source(EXPRESSION)));
        node.find("partners").ifPresent(whom -> builder.partners(PartnersBinder.partners(whom)));
        each(node, "sources", (name, source) -> builder.source(name, source.choice(Source.class)));
        node.require("drift", "an expression for each coordinate");
        each(node, "drift", (name, drift) -> builder.drift(name, drift.source(EXPRESSION)));
        each(node, "noise", (name, noise) -> bindNoise(name, noise, builder));
        each(node, "common-noise", (name, noise) -> builder.commonNoise(name, noise.source(EXPRESSION)));
        each(node, "boundary", (name, boundary) -> builder.boundary(name, BoundaryBinder.boundary(boundary)));
        node.find("cost").ifPresent(cost -> builder.cost(cost.source(EXPRESSION)));
        builder.horizon(constant(node.require("horizon", "the length of the run")));
        each(root, "observe", (name, observed) -> bindObserved(name, observed, builder));
        return builder.build();
    }

    static String[] names(YamlNode node) {
        if (!node.isList()) {
            return new String[] {node.source("a list of names")};
        }
        return node.items("a list of names").stream()
                .map(item -> item.source("a name"))
                .toArray(String[]::new);
    }

    private static void each(YamlNode parent, String section, BiConsumer<String, YamlNode> bind) {
        parent.find(section).ifPresent(node -> node.fields(NAMED).forEach(bind));
    }

    private static void bindParameter(String name, YamlNode node, CustomModelBuilder builder) {
        if (!node.isMapping()) {
            builder.parameter(
                    name, node.source("a number, an expression of t, {ramp: ..}, {steps: ..} or {by-label: ..}"));
            return;
        }
        List<String> kinds = List.of("ramp", "steps", "by-label");
        YamlNode kind = node.allow(kinds).oneOf(kinds);
        builder.parameter(name, ScenarioException.at(node.path(), () -> parameter(kind)));
    }

    private static Parameter parameter(YamlNode kind) {
        YamlNode relative = new YamlNode(kind.field(), kind.value());
        if (kind.field().equals("by-label")) {
            return new Parameter.ByLabel(constants(relative));
        }
        relative.allow(BY_TIME);
        List<Double> times = constants(relative.require("times", "a list of times"));
        List<Double> values = constants(relative.require("values", "a list of values, one per time"));
        return kind.field().equals("ramp") ? new Parameter.Ramp(times, values) : new Parameter.Steps(times, values);
    }

    private static List<Double> constants(YamlNode list) {
        List<Double> constants = new ArrayList<>();
        list.items("a list of numbers").forEach(item -> constants.add(constant(item)));
        return constants;
    }

    static double constant(YamlNode node) {
        return ExpressionReader.constant(node.path(), node.source("a number"));
    }

    private static void bindNoise(String name, YamlNode node, CustomModelBuilder builder) {
        if (node.isMapping()) {
            Map<String, YamlNode> amplitudes = node.fields(NAMED);
            amplitudes.forEach((source, amplitude) -> builder.noise(name, source, amplitude.source(EXPRESSION)));
        } else {
            builder.noise(name, node.source("an expression, or expressions by source"));
        }
    }

    private static void bindObserved(String name, YamlNode node, CustomModelBuilder builder) {
        if (!node.isMapping()) {
            builder.observe(name, node.source("an expression, {running-min: ..} or {running-max: ..}"));
            return;
        }
        List<String> kinds = List.of("running-min", "running-max");
        YamlNode kind = node.allow(kinds).oneOf(kinds);
        String of = kind.source("the name of an observed formula");
        builder.observe(
                name,
                kind.field().equals("running-min")
                        ? new Observable.RunningMinimum(of)
                        : new Observable.RunningMaximum(of));
    }
}
