package io.github.murmuration.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads how points of a cloud are copied. */
final class CopyingBinder {

    private static final List<String> RANGE = List.of("first", "last", "times");
    private static final String LEVELS = "a falling list of noises, or {first: .., last: .., times: ..}";
    private static final int MOST_LEVELS = 62;

    private CopyingBinder() {}

    static CloudScenario.Copying copying(YamlNode node) {
        node.allow(List.of("copies", "widening", "levels"));
        int copies = node.count("copies", 2);
        double widening = node.number("widening", 0.5);
        List<Double> levels = levels(node.require("levels", LEVELS));
        return ScenarioException.at(node.path(), () -> new CloudScenario.Copying(copies, widening, levels));
    }

    private static List<Double> levels(YamlNode node) {
        if (!node.isMapping()) {
            return Arrays.stream(node.numbers()).boxed().toList();
        }
        node.allow(RANGE);
        YamlNode first = node.require("first", "the largest noise");
        YamlNode last = node.require("last", "the least noise");
        YamlNode times = node.require("times", "the number of levels");
        double from = positive(first);
        double to = positive(last);
        int count = times.count();
        if (count < 1 || count > MOST_LEVELS) {
            throw times.refused("a whole number from 1 to " + MOST_LEVELS);
        }
        return between(from, to, count);
    }

    private static double positive(YamlNode node) {
        double number = node.number("a positive number");
        if (number <= 0) {
            throw node.refused("a positive number");
        }
        return number;
    }

    /** Evenly spaced in the square root of u. */
    private static List<Double> between(double first, double last, int times) {
        List<Double> levels = new ArrayList<>();
        for (int m = 0; m < times; m++) {
            double share = times == 1 ? 0 : m / (times - 1.0);
            double root = (1 - share) * Math.sqrt(first) + share * Math.sqrt(last);
            levels.add(root * root);
        }
        return levels;
    }
}
