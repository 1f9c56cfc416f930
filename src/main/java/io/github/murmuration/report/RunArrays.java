package io.github.murmuration.report;

import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.MomentSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The arrays of {@code moments.npz} and {@code paths.npz}, by name. */
final class RunArrays {

    private RunArrays() {}

    /**
     * {@code t} [T] and {@code coordinates} [d], their names; per population {@code <population>/mean} and so on [T][d] and, of the C initial
     * sub-populations, {@code /component-mean} and so on [C][T][d]; series [T] of agents that are not steered: see {@link MomentTable}.
     */
    static Map<String, NpyArray> moments(Findings findings) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("t", times(findings));
        arrays.put("coordinates", NpyArray.text(findings.run().scenario().coordinates()));
        for (MomentTable table : MomentTable.of(findings)) {
            String population = table.population() + "/";
            table.moments().forEach((name, values) -> arrays.put(population + name, NpyArray.float64(values)));
            table.series().forEach((name, values) -> arrays.put(population + name, NpyArray.float64(values)));
        }
        for (GuidanceResult result : findings.guidances()) {
            components(arrays, result, "mean", MomentSeries::mean);
            components(arrays, result, "variance", MomentSeries::variance);
            if (findings.steered()) {
                components(arrays, result, "power", MomentSeries::power);
            }
            if (findings.absorbs() && findings.components() > 0) {
                double[][] living = result.componentMoments().stream()
                        .map(MomentSeries::living)
                        .toArray(double[][]::new);
                arrays.put(result.guidance() + "/component-living", NpyArray.float64(living));
            }
        }
        return arrays;
    }

    /** {@code t} [T] and per guidance {@code <guidance>/paths} [path][T][d], float32. */
    static Map<String, NpyArray> paths(Findings findings) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("t", times(findings));
        for (GuidanceResult result : findings.guidances()) {
            if (result.paths().length > 0) {
                arrays.put(result.guidance() + "/paths", NpyArray.float32(result.paths()));
            }
        }
        return arrays;
    }

    private static NpyArray times(Findings findings) {
        return NpyArray.float64(findings.guidances().get(0).moments().times());
    }

    private static void components(
            Map<String, NpyArray> arrays,
            GuidanceResult result,
            String moment,
            Function<MomentSeries, double[][]> values) {
        List<MomentSeries> components = result.componentMoments();
        if (!components.isEmpty()) {
            double[][][] blocks = components.stream().map(values).toArray(double[][][]::new);
            arrays.put(result.guidance() + "/component-" + moment, NpyArray.float64(blocks));
        }
    }
}
