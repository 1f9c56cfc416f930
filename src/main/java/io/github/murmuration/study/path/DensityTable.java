package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far estimates of the target are from it: patterns, path ends, extrapolated ends, kernel densities. */
final class DensityTable {

    private DensityTable() {}

    static void add(StudyReport report, Map<String, EndDensity.Distance> densities) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "estimate", "W1", "std. error", "energy distance", "std. error", "W1 beyond kernel", "std. error"));
        Map<String, Object> values = new LinkedHashMap<>();
        densities.forEach((name, d) -> {
            rows.add(List.of(
                    name,
                    text(d.wasserstein(), 4),
                    text(d.wassersteinError(), 2),
                    text(d.energy(), 4),
                    text(d.energyError(), 2),
                    text(d.excess(), 3),
                    text(d.excessError(), 2)));
            values.put(name, ordered("wasserstein", d.wasserstein(), "energy", d.energy(), "excess", d.excess()));
        });
        report.put("end-densities", values);
        report.add(new StudyReport.Table(
                "end-densities",
                "Distance of estimates to the target",
                rows,
                "From 100 patterns; means over fresh sets. Smoothed: by half the cross-validated width. In more than one dimension W1 is the mean"
                        + " over 32 directions. The last row is the error of 1000 sampled ends alone."));
    }
}
