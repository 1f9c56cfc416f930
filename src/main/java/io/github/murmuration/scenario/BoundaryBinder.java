package io.github.murmuration.scenario;

import java.util.List;

/** Reads what happens at the ends of a coordinate. */
final class BoundaryBinder {
    private static final List<String> KINDS = List.of("periodic", "reflecting", "absorbing");

    private BoundaryBinder() {}

    static Boundary boundary(YamlNode node) {
        YamlNode kind = node.allow(KINDS).oneOf(KINDS);
        List<YamlNode> ends = kind.items("[low, high]");
        Check.count(kind.path(), ends.size(), 2, "low and high");
        double low = end(ends.get(0), kind.field(), Double.NEGATIVE_INFINITY);
        double high = end(ends.get(1), kind.field(), Double.POSITIVE_INFINITY);
        return ScenarioException.at(node.path(), () -> switch (kind.field()) {
            case "periodic" -> new Boundary.Periodic(low, high);
            case "reflecting" -> new Boundary.Reflecting(low, high);
            default -> new Boundary.Absorbing(low, high);
        });
    }

    private static double end(YamlNode node, String kind, double none) {
        boolean mayBeNone = !kind.equals("periodic");
        String accepted = mayBeNone ? "a number or none" : "a number";
        return mayBeNone && node.source(accepted).equals("none") ? none : CustomModelBinder.constant(node);
    }
}
