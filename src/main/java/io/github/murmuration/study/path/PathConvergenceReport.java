package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import java.util.Locale;

/** Tables and figures of the study {@code path-convergence}. */
final class PathConvergenceReport {

    private static final int[] FINER = {1, 2, 4, 8, 16};

    private PathConvergenceReport() {}

    static StudyReport of(PathConvergence.Findings findings) {
        StudyReport report = new StudyReport(findings.scenario().name(), asked(findings));
        summary(report, findings);
        DistanceTable.add(report, findings);
        SlopeTable.add(report, findings);
        findings.response().ifPresent(response -> {
            TailTable.add(report, findings, response);
            GrowthTable growth = GrowthTable.of(findings, FINER);
            report.put("growth", growth.values());
            report.add(growth.table());
            report.add(growth.figure());
        });
        findings.extrapolation()
                .ifPresent(found ->
                        ExtrapolationTables.add(report, findings.asked().orElseThrow(), found));
        if (!findings.densities().isEmpty()) {
            DensityTable.add(report, findings.densities());
        }
        return report;
    }

    private static String asked(PathConvergence.Findings findings) {
        return String.format(
                Locale.ROOT,
                "Backward paths built from p patterns of the target, on identical noise, against the path of infinitely many (or, for a"
                        + " list, of all) patterns: horizon %s, step %s, dimension %d.",
                text(findings.clock().horizon(), 6),
                text(findings.clock().step(), 6),
                findings.scenario().dimension());
    }

    private static void summary(StudyReport report, PathConvergence.Findings findings) {
        report.put("name", findings.scenario().name());
        report.put("study", "path-convergence");
        report.put("seed", findings.scenario().population().seed());
        report.put("dimension", findings.scenario().dimension());
        report.put("horizon", findings.clock().horizon());
        report.put("steps", findings.clock().steps());
        report.put("pattern-evaluations", findings.evaluations());
        report.measured("wall-seconds", findings.spent().seconds());
        report.measured(
                "pattern-evaluations-per-second",
                findings.spent().evaluations() / findings.spent().seconds());
    }
}
