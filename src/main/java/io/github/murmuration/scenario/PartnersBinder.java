package io.github.murmuration.scenario;

import java.util.List;

/** Reads the partners over which pair means are taken. */
final class PartnersBinder {
    private static final List<String> KINDS = List.of("batch", "within");
    private static final List<String> DISTANCE = List.of("radius", "of");
    private static final String ALL = "all";

    private PartnersBinder() {}

    static Partners partners(YamlNode node) {
        if (!node.isMapping()) {
            if (!node.source("all, {batch: ..} or {within: ..}").equals(ALL)) {
                throw node.refused("all, {batch: ..} or {within: ..}");
            }
            return Partners.ALL;
        }
        for (String inner : DISTANCE) {
            if (node.find(inner).isPresent()) {
                throw new ScenarioException(
                        node.path() + "." + inner, "is part of within; give {within: {radius: .., of: ..}}");
            }
        }
        YamlNode kind = node.allow(KINDS).oneOf(KINDS);
        YamlNode relative = new YamlNode(kind.field(), kind.value());
        return ScenarioException.at(
                node.path(),
                () -> kind.field().equals("batch") ? new Partners.Batch(relative.count()) : within(relative));
    }

    private static Partners within(YamlNode node) {
        if (!node.isMapping()) {
            double radius = CustomModelBinder.constant(node);
            Check.distance(node.path(), radius);
            return new Partners.Within(radius);
        }
        node.allow(DISTANCE);
        double radius = CustomModelBinder.constant(node.require("radius", "a distance"));
        List<String> of =
                node.find("of").map(CustomModelBinder::names).map(List::of).orElse(List.of());
        return new Partners.Within(radius, of);
    }
}
