package io.github.murmuration.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Models that come with the program, each a scenario that a user can copy. */
public final class BundledModels {

    private BundledModels() {}

    /** The YAML of a model. */
    public static String text(String name) {
        try (InputStream in = BundledModels.class.getResourceAsStream("/models/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model over a time, with numbers as some of its parameters. */
    static CustomModel of(Model model, double horizon, Map<String, Double> parameters) {
        String name = model.toString();
        Scenario scenario =
                ScenarioReader.parse(name, text(name), Path.of(""), Map.of()).scenario();
        return ((CustomModel) scenario.dynamics()).with(horizon, parameters);
    }
}
