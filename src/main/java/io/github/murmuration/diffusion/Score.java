package io.github.murmuration.diffusion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * S_i, the gradient by point x_i of the logarithm of the density of N noised points, in the language of models. Its expressions may name
 * the noise {@code u}, {@code a}, {@code s2} and {@code beta} of the {@link Diffusion}, and {@code points}, which is N.
 *
 * @param coordinates names of the coordinates of a point [d]
 * @param parameters expressions of these names and of each other
 * @param tables parameters that are known at some levels of noise
 * @param means names of averages over the points of a cloud
 * @param pairs those of the points of a cloud
 * @param components S of every coordinate [d]
 */
public record Score(
        List<String> coordinates,
        Map<String, String> parameters,
        Map<String, Table> tables,
        Map<String, String> means,
        Pairs pairs,
        List<String> components) {

    /**
     * Pair means over the points within a distance.
     * @param values of a pair by name, in which {@code other.x} is the x of the partner.
     * @param radius of a ball about a point
     */
    public record Pairs(Map<String, String> values, double radius) {

        /** No pair means. */
        public static final Pairs NONE = new Pairs(Map.of(), Double.POSITIVE_INFINITY);

        public Pairs {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * A function of u that is given at levels, and constant beyond them; a model has it straight in its time between them.
     * @param levels u, increasing
     */
    public record Table(double[] levels, double[] values) {

        /** The value at u, straight in u between levels. */
        public double at(double u) {
            int k = 0;
            while (k < levels.length - 2 && levels[k + 1] <= u) {
                k++;
            }
            if (levels.length == 1) {
                return values[0];
            }
            double part = Math.max(0, Math.min(1, (u - levels[k]) / (levels[k + 1] - levels[k])));
            return (1 - part) * values[k] + part * values[k + 1];
        }
    }

    public Score {
        coordinates = List.copyOf(coordinates);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        components = List.copyOf(components);
    }

    /** A score without pair means. */
    public Score(
            List<String> coordinates,
            Map<String, String> parameters,
            Map<String, Table> tables,
            Map<String, String> means,
            List<String> components) {
        this(coordinates, parameters, tables, means, Pairs.NONE, components);
    }

    /** Number of coordinates d. */
    public int dimension() {
        return coordinates.size();
    }

    /** Names of the coordinates of points: x, y and z. */
    public static List<String> names(int dimension) {
        return List.of("x", "y", "z").subList(0, dimension);
    }
}
