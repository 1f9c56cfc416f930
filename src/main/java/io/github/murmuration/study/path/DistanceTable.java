package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Medians and quantiles of the distance to the path of infinitely many patterns, by p and tau. */
final class DistanceTable {

    private static final double[] LEVELS = {0.05, 0.25, 0.75, 0.95, 0.99};

    private DistanceTable() {}

    static void add(StudyReport report, PathConvergence.Findings findings) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("p", "tau", "samples", "median", "low", "high", "q05", "q25", "q75", "q95", "q99"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < findings.patterns().length; i++) {
            for (int t = 0; t < findings.times().length; t++) {
                double[] sorted = findings.sorted(i, t);
                rows.add(row(findings.patterns()[i], findings.times()[t], sorted));
                values.add(value(findings.patterns()[i], findings.times()[t], sorted));
            }
        }
        report.put("distances", values);
        report.add(new StudyReport.Table(
                "distances",
                "Distance to the path of infinitely many patterns",
                rows,
                "low, high: 95 % confidence interval of the median; q05 to q99: quantiles."));
    }

    private static List<Object> row(int p, double tau, double[] sorted) {
        Quantile median = Quantile.of(sorted, 0.5);
        List<Object> row = new ArrayList<>(List.of(
                p,
                text(tau, 4),
                sorted.length,
                text(median.value(), 5),
                text(median.low(), 5),
                text(median.high(), 5)));
        Arrays.stream(LEVELS).forEach(q -> row.add(text(Quantile.of(sorted, q).value(), 4)));
        return row;
    }

    private static Map<String, Object> value(int p, double tau, double[] sorted) {
        Quantile median = Quantile.of(sorted, 0.5);
        return ordered(
                "p",
                p,
                "tau",
                tau,
                "samples",
                sorted.length,
                "median",
                median.value(),
                "low",
                median.low(),
                "high",
                median.high());
    }
}
