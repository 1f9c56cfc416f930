package io.github.murmuration.scenario;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A valid scenario of a model that a user wrote, of one line per section, and edits of it. */
final class CustomBase {
    static final String YAML = """
            name: base
            model: custom
            dynamics:
              state: [x, v]
              marks: {omega: {gaussian: {mean: 0, standard-deviation: 0.5}}, heavy: {cauchy: {location: 0, scale: 1}}}
              parameters: {kappa: 1.5, sigma: 0.3, gain: {by-label: [1, 2]}, drive: {ramp: {times: [0, 2], values: [0, 1]}}}
              means: {mv: v}
              sources: {w: agent, z: population}
              drift: {x: v, v: kappa*(mv - v) + gain*drive + omega}
              noise: {v: sigma}
              common-noise: {v: 0.1}
              boundary: {x: {periodic: [0, 2*pi]}}
              cost: 0.5*kappa*(mv - v)^2
              horizon: 10
            observe: {order: mean(cos(x))}
            initial: {mixture: {weights: [0.5, 0.5], means: [[0, 1], [1, 0]], standard-deviations: [1, 1]}}
            population: {agents: 100, seed: 1}
            time: {steps: 50}
            """;

    private CustomBase() {}

    /**
     * Each edit is a section, at its depth, that takes the place of the one of its name, or is put first; "- name" drops one, with all
     * that is deeper.
     */
    static String edited(String edits) {
        String text = YAML;
        for (String edit : edits.stripTrailing().split("\n(?! {3})")) {
            boolean drop = edit.strip().startsWith("- ");
            String section = drop ? edit.replaceFirst("- ", "") : edit.substring(0, edit.indexOf(':'));
            String depth = " ".repeat(section.length() - section.strip().length());
            Matcher place = Pattern.compile("(?m)^" + section + ":.*\n(" + depth + " .*\n)*")
                    .matcher(text);
            String replacement = drop ? "" : edit + "\n";
            text = place.find()
                    ? text.substring(0, place.start()) + replacement + text.substring(place.end())
                    : depth.isEmpty() ? text + replacement : text.replace("dynamics:\n", "dynamics:\n" + replacement);
        }
        return text;
    }

    static Scenario read(String edits) {
        return parse(edited(edits), Map.of());
    }

    static CustomModel model(String edits) {
        return (CustomModel) read(edits).dynamics();
    }

    static Scenario parse(String yaml, Map<String, String> overrides) {
        return ScenarioReader.parse("my.yaml", yaml, BaseScenario.data(), overrides)
                .scenario();
    }
}
