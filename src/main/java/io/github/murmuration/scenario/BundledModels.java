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

/** Models that come with the program, each a scenario that a user can copy. */
public final class BundledModels {
    private static final List<String> NAMES = List.of(
            "mean-field-ou",
            "mean-field-cir",
            "desai-zwanzig",
            "rotating-double-well",
            "kuramoto",
            "active-rotators",
            "stuart-landau",
            "fitzhugh-nagumo",
            "cucker-smale",
            "cucker-smale-distance",
            "opinions",
            "bounded-confidence",
            "two-species",
            "systemic-risk",
            "defaults",
            "swarm",
            "dyson",
            "soft-rods");

    private BundledModels() {}

    public static List<String> names() {
        return NAMES;
    }

    /** Each name with its description of one line, in the order of {@link #names()}. */
    public static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        NAMES.forEach(name -> descriptions.put(name, read(name).description()));
        return descriptions;
    }

    /**
     * The YAML of a model.
     * @throws ScenarioException there is none of this name
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            String nearest = String.join(", ", Suggestion.nearestFirst(name, NAMES));
            throw new ScenarioException(name, "no bundled model of this name; bundled: " + nearest);
        }
        try (InputStream in = BundledModels.class.getResourceAsStream("/models/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScenarioFile read(String name) {
        return ScenarioReader.parse(name, text(name), Path.of(""), Map.of());
    }

    /** A model over a time, with numbers as some of its parameters. */
    static CustomModel of(Model model, double horizon, Map<String, Double> parameters) {
        CustomModel bundled = (CustomModel) read(model.toString()).scenario().dynamics();
        return bundled.with(horizon, parameters);
    }
}
