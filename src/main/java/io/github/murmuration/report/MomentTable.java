package io.github.murmuration.report;

import io.github.murmuration.exact.ExactSeries;
import io.github.murmuration.exact.LinearMoments;
import io.github.murmuration.limit.Series;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is at every recorded time of a population, simulated and known: what {@code moments.csv} has as columns and
 * {@code moments.npz} as arrays. What is known of no population has no place; what is known of others is NaN.
 *
 * @param population the name of its guidance, or {@code population}
 * @param moments by coordinate [T][d], under names such as {@code mean}, {@code mean-error}, {@code exact-mean}
 * @param series of the whole population [T], by name
 */
record MomentTable(String population, double[] times, Map<String, double[][]> moments, Map<String, double[]> series) {

    /** Every population of a run, with the same columns. */
    static List<MomentTable> of(Findings findings) {
        List<MomentTable> all = findings.guidances().stream()
                .map(result -> findings.steered() ? steered(findings, result) : unsteered(findings, result))
                .toList();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(table -> names.addAll(table.moments.keySet()));
        return all.stream().map(table -> table.with(names)).toList();
    }

    /**
     * What is simulated alone.
     *
     * @param steered whether there is power
     */
    static MomentTable of(String population, MomentSeries simulated, boolean steered) {
        Map<String, double[][]> moments = new LinkedHashMap<>();
        moments.put("mean", simulated.mean());
        moments.put("variance", simulated.variance());
        if (steered) {
            moments.put("power", simulated.power());
        }
        return new MomentTable(population, simulated.times(), moments, new LinkedHashMap<>());
    }

    /** {@code exact-mean} of coordinate x is the column {@code exact_mean_x}; {@code mean-error} is {@code mean_x_error}. */
    static String column(String moment, String coordinate) {
        return moment.replaceFirst("(mean|variance|power)", "$1_" + coordinate).replace('-', '_');
    }

    private static MomentTable steered(Findings findings, GuidanceResult result) {
        MomentTable table = of(result.guidance(), result.moments(), true);
        double agents = findings.run().scenario().population().agents();
        findings.exactSeries(result.guidance()).ifPresent(exact -> table.addExact(exact, agents));
        return table;
    }

    /** Agents are independent of each other where their moments are known exactly. */
    private void addExact(ExactSeries exact, double agents) {
        double[][] variance = moments.get("variance");
        if (agents > 1) {
            moments.put("mean-error", each(variance, (i, j) -> Math.sqrt(variance[i][j] / (agents - 1))));
            moments.put(
                    "variance-error",
                    each(
                            variance,
                            (i, j) -> Math.sqrt(Math.max(
                                    0,
                                    (exact.fourth()[i][j] - exact.variance()[i][j] * exact.variance()[i][j])
                                            / agents))));
        }
        moments.put("exact-mean", exact.mean());
        moments.put("exact-variance", exact.variance());
        if (Arrays.stream(exact.power()).flatMapToDouble(Arrays::stream).anyMatch(Double::isFinite)) {
            moments.put("exact-power", exact.power());
        }
    }

    private static MomentTable unsteered(Findings findings, GuidanceResult result) {
        MomentTable table = of(result.guidance(), result.moments(), false);
        table.series.putAll(findings.series());
        findings.recorded().ifPresent(table::addExpected);
        findings.limit().ifPresent(limit -> {
            double[] at = table.series.get("time");
            boolean circle = !findings.circles().isEmpty();
            if (!circle) {
                table.addLimit("limit-mean", Interpolated.at(at, limit.times(), limit.mean()));
            }
            table.addLimit("limit-variance", Interpolated.at(at, limit.times(), limit.variance()));
            findings.exact().population().orElseThrow().observed().forEach((name, values) -> {
                if (table.series.containsKey(name)) {
                    Series known = Interpolated.at(at, limit.times(), values);
                    table.series.put("limit_" + name, known.values());
                    table.series.put("limit_" + name + "_error", known.errors());
                }
            });
        });
        return table;
    }

    private void addExpected(LinearMoments expected) {
        moments.put("expected-mean", expected.mean());
        double[][] variance = expected.varianceOfMean();
        moments.put("expected-mean-deviation", each(variance, (i, j) -> Math.sqrt(variance[i][j])));
        moments.put("expected-variance", expected.spread());
    }

    private void addLimit(String name, Series known) {
        moments.put(name, column(known.values()));
        moments.put(name + "-error", column(known.errors()));
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private MomentTable with(Set<String> names) {
        Map<String, double[][]> all = new LinkedHashMap<>();
        double[][] like = moments.get("mean");
        names.forEach(name -> all.put(
                name, Optional.ofNullable(moments.get(name)).orElseGet(() -> each(like, (i, j) -> Double.NaN))));
        return new MomentTable(population, times, all, series);
    }

    @FunctionalInterface
    private interface Entry {
        double at(int i, int j);
    }

    private static double[][] each(double[][] like, Entry entry) {
        double[][] values = new double[like.length][like[0].length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = entry.at(i, j);
            }
        }
        return values;
    }
}
