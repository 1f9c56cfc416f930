package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;

/** Amplitudes of noise as they are written, by coordinate and source; a source of the coordinate's own has the coordinate's name. */
final class NoiseTexts {
    private final Map<String, Map<String, String>> noise = new LinkedHashMap<>();
    private final Map<String, String> common = new LinkedHashMap<>();

    void add(String coordinate, String source, String amplitude) {
        Map<String, String> amplitudes = noise.computeIfAbsent(coordinate, it -> new LinkedHashMap<>());
        CustomModelBuilder.put("dynamics.noise." + coordinate, amplitudes, source, amplitude);
    }

    void addCommon(String coordinate, String amplitude) {
        CustomModelBuilder.put("dynamics.common-noise", common, coordinate, amplitude);
    }

    Map<String, Map<String, Expression>> ofAgents(Map<String, Source> sources, ExpressionReader reader) {
        return read(sources, false, reader);
    }

    Map<String, Map<String, Expression>> ofPopulation(Map<String, Source> sources, ExpressionReader reader) {
        Map<String, Map<String, Expression>> read = read(sources, true, reader);
        common.forEach((coordinate, amplitude) -> read.computeIfAbsent(coordinate, it -> new LinkedHashMap<>())
                .put(coordinate, reader.read(commonPath(coordinate, coordinate), amplitude)));
        return read;
    }

    private Map<String, Map<String, Expression>> read(
            Map<String, Source> sources, boolean population, ExpressionReader reader) {
        Map<String, Map<String, Expression>> read = new LinkedHashMap<>();
        noise.forEach((coordinate, amplitudes) -> amplitudes.forEach((source, amplitude) -> {
            boolean own = source.equals(coordinate);
            if (population == (!own && sources.get(source) == Source.POPULATION)) {
                read.computeIfAbsent(coordinate, it -> new LinkedHashMap<>())
                        .put(source, reader.read(path(coordinate, source), amplitude));
            }
        }));
        return read;
    }

    /** Where the amplitude of a source is written. */
    static String path(String coordinate, String source) {
        String path = "dynamics.noise." + coordinate;
        return source.equals(coordinate) ? path : path + "." + source;
    }

    /** Where the amplitude of a source of the population is written. */
    static String commonPath(String coordinate, String source) {
        return source.equals(coordinate) ? "dynamics.common-noise." + coordinate : path(coordinate, source);
    }
}
