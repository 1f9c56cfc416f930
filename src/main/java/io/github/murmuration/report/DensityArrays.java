package io.github.murmuration.report;

import io.github.murmuration.density.PairMarginal;
import io.github.murmuration.limit.LimitLaw;
import io.github.murmuration.sim.DensitySeries;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Histogram;
import io.github.murmuration.sim.JointHistogram;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The arrays of {@code density.npz}, by name: what was counted over time, and at the end of two coordinates together, beside what is known. */
final class DensityArrays {

    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();
    private final Findings findings;

    private DensityArrays(Findings findings) {
        this.findings = findings;
    }

    /**
     * {@code t} [T] and {@code coordinates} [J]; per population {@code /low}, {@code /width} [T][J], {@code /count}, {@code /density} and
     * {@code /exact-density} [T][J][bins], and {@code /joint-i-j} and so on; {@code limit-time} [K], {@code limit-state} [n] and
     * {@code limit-density} [K][n].
     */
    static Map<String, NpyArray> of(Findings findings) {
        DensityArrays arrays = new DensityArrays(findings);
        DensitySeries first = findings.guidances().get(0).density();
        List<String> names = findings.run().scenario().coordinates().subList(0, first.coordinates());
        arrays.arrays.put("t", NpyArray.float64(first.times()));
        arrays.arrays.put("coordinates", NpyArray.text(names));
        findings.guidances().forEach(arrays::add);
        arrays.addLimit();
        return arrays.arrays;
    }

    private void add(GuidanceResult result) {
        String population = result.guidance() + "/";
        DensitySeries density = result.density();
        arrays.put(population + "low", each(density, Histogram::low));
        arrays.put(population + "width", each(density, Histogram::width));
        arrays.put(
                population + "count",
                bins(
                        density,
                        histogram -> Arrays.stream(histogram.counts())
                                .asDoubleStream()
                                .toArray()));
        arrays.put(population + "density", bins(density, BinnedDensity::of));
        addExact(result, population);
        density.joint().forEach(pair -> addJoint(pair, population));
    }

    private void addExact(GuidanceResult result, String population) {
        findings.laws(result.guidance()).ifPresent(known -> {
            Histogram[][] histograms = result.density().histograms();
            double[][][] exact = new double[histograms.length][][];
            for (int i = 0; i < exact.length; i++) {
                exact[i] = new double[histograms[i].length][];
                for (int j = 0; j < exact[i].length; j++) {
                    exact[i][j] = BinnedDensity.of(histograms[i][j], known.laws()[i][j]::below);
                }
            }
            arrays.put(population + "exact-density", NpyArray.float64(exact));
        });
    }

    private void addJoint(JointHistogram pair, String population) {
        List<String> names = findings.run().scenario().coordinates();
        String name = population + "joint-" + names.get(pair.first()) + "-" + names.get(pair.second());
        Histogram x = pair.across();
        Histogram y = pair.upwards();
        arrays.put(name + "-low", NpyArray.float64(new double[] {x.low(), y.low()}));
        arrays.put(name + "-width", NpyArray.float64(new double[] {x.width(), y.width()}));
        arrays.put(
                name + "-count",
                NpyArray.float64(Arrays.stream(pair.counts())
                        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                        .toArray(double[][]::new)));
        arrays.put(name + "-density", NpyArray.float64(pair.density()));
        findings.targetDensity(pair.first(), pair.second())
                .ifPresent(target -> arrays.put(name + "-target-density", NpyArray.float64(middles(target, x, y))));
    }

    private static double[][] middles(PairMarginal target, Histogram x, Histogram y) {
        double[][] values = new double[x.counts().length][y.counts().length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = target.density(x.low() + (i + 0.5) * x.width(), y.low() + (j + 0.5) * y.width());
            }
        }
        return values;
    }

    private void addLimit() {
        findings.limit().flatMap(LimitLaw::density).ifPresent(density -> {
            arrays.put(
                    "limit-time",
                    NpyArray.float64(findings.limit().orElseThrow().times()));
            arrays.put("limit-state", NpyArray.float64(density.points()));
            arrays.put("limit-density", NpyArray.float64(density.values()));
        });
    }

    private static NpyArray each(DensitySeries density, ToDoubleFunction<Histogram> number) {
        return NpyArray.float64(Arrays.stream(density.histograms())
                .map(row -> Arrays.stream(row).mapToDouble(number).toArray())
                .toArray(double[][]::new));
    }

    private static NpyArray bins(DensitySeries density, Function<Histogram, double[]> values) {
        return NpyArray.float64(Arrays.stream(density.histograms())
                .map(row -> Arrays.stream(row).map(values).toArray(double[][]::new))
                .toArray(double[][][]::new));
    }
}
