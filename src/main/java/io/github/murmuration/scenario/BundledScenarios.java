package io.github.murmuration.scenario;

import io.github.murmuration.expression.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scenarios that come with the program. */
public final class BundledScenarios {
    private static final List<String> NAMES = List.of(
            "demand-response",
            "demand-response-d10",
            "demand-response-d32",
            "linearity",
            "path-convergence",
            "path-convergence-d2",
            "path-convergence-d8",
            "path-convergence-d32",
            "thermostatic-load",
            "thermostatic-load-mild",
            "mean-field-ou",
            "chaos",
            "desai-zwanzig",
            "kuramoto",
            "gaussian-clouds",
            "three-shapes",
            "surfaces",
            "score-based",
            "probability-flow",
            "cross-entropy-transport",
            "schroedinger-bridge",
            "generalised-schroedinger-bridge",
            "gradient-flow",
            "attraction-flow",
            "relaxed-gradient-flow",
            "ot-flow",
            "ot-boltzmann",
            "stochastic-ot-flow",
            "normalizing-flow",
            "game");

    private BundledScenarios() {}

    /** Names that {@link ScenarioReader#read(String)} knows. */
    public static List<String> names() {
        return NAMES;
    }

    /** Each name with its description of one line, in the order of {@link #names()}. */
    public static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (String name : NAMES) {
            descriptions.put(
                    name,
                    ScenarioReader.parse(name, text(name), Path.of(""), Map.of())
                            .description());
        }
        return descriptions;
    }

    /** The YAML of a bundled scenario: what a user starts a file of their own from. */
    public static String text(String name) {
        try (InputStream in = BundledScenarios.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            if (in == null) {
                throw unknown(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScenarioException unknown(String name) {
        List<String> names = Stream.concat(NAMES.stream(), BundledModels.names().stream())
                .distinct()
                .toList();
        String bundled = String.join(", ", Suggestion.nearestFirst(name, names));
        return new ScenarioException(name, "no such file, and no bundled scenario of this name; bundled: " + bundled);
    }
}
