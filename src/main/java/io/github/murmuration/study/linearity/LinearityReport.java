package io.github.murmuration.study.linearity;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.ObservationTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables and figures of the study {@code linearity}.
 * @param steps counts of time steps that were compared
 */
record LinearityReport(
        Scenario scenario,
        Linearity.Effort effort,
        ObservationTimes looks,
        List<Finding> findings,
        int[] steps,
        Optional<IntervalSweep> intervals) {

    StudyReport report() {
        StudyReport report = new StudyReport(
                scenario.name() + ": linearity",
                "The mean of N agents against the straight line from the initial to the target mean (of a linear-quadratic regulator:"
                        + " against its exact mean under mean-field guidance), at " + Linearity.LOOKS
                        + " times, in " + effort.replicas() + " independent populations of each size.");
        summary(report);
        report.add(verdicts());
        report.add(sizes());
        Limits limits = new Limits(this);
        if (effort.sizes().length > 1) {
            report.add(rates());
        }
        limits.table().ifPresent(report::add);
        intervals.ifPresent(sweep -> IntervalTables.add(report, sweep));
        report.addData(curves());
        report.add(DeviationFigures.bySize(this));
        findings.forEach(finding -> report.add(DeviationFigures.band(this, finding)));
        return report;
    }

    /** Time of a point. */
    double time(int point) {
        return looks.times()[1 + point / scenario.dimension()];
    }

    long largest() {
        return effort.sizes()[effort.sizes().length - 1];
    }

    private void summary(StudyReport report) {
        report.put("name", scenario.name());
        report.put("study", "linearity");
        report.put("seed", scenario.population().seed());
        report.put("dimension", scenario.dimension());
        report.put("steps", scenario.time().steps());
        report.put("scheme", scenario.time().scheme().toString());
        report.put("replicas", effort.replicas());
        report.put("sizes", effort.sizes());
        List<Map<String, Object>> results = new ArrayList<>();
        findings.forEach(finding -> results.add(summary(finding)));
        report.put("results", results);
    }

    private Map<String, Object> summary(Finding finding) {
        int place = finding.place();
        Map<String, Object> map = ordered(
                "guidance", finding.guidance(),
                "verdict", verdict(finding),
                "linear", finding.linear(),
                "departure", finding.band().mean()[place],
                "standard-error", finding.band().error()[place],
                "time", time(place),
                "coordinate", place % scenario.dimension(),
                "exact", finding.exact()[place],
                "largest-exact", finding.largestExact(),
                "critical", finding.band().critical());
        finding.law().ifPresent(law -> map.put("exponent", new double[] {law.exponent(), law.low(), law.high()}));
        finding.lawFromExact()
                .ifPresent(law -> map.put("exponent-from-exact", new double[] {law.exponent(), law.low(), law.high()}));
        finding.manyAgents()
                .ifPresent(limit -> map.put("many-agents", new double[] {limit.value()[place], limit.error()[place]}));
        finding.shortSteps()
                .ifPresent(limit -> map.put(
                        "short-steps",
                        new double[] {limit.value()[place] + finding.exact()[place], limit.error()[place]}));
        return map;
    }

    private StudyReport.Table verdicts() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("guidance", "verdict"));
        findings.forEach(finding -> rows.add(List.of(finding.guidance(), verdict(finding))));
        return new StudyReport.Table(
                "verdicts",
                "Does the mean of N = " + text(largest(), 6) + " agents move on the reference?",
                rows,
                "Over " + effort.replicas()
                        + " replicas and simultaneously over all times and coordinates: the band of 95 % of max |t|"
                        + " by a parametric bootstrap of the replicas' covariance.");
    }

    private String verdict(Finding finding) {
        Cell allowed = text(finding.band().critical(), 3);
        double t = finding.band().largest(new double[finding.exact().length]);
        String errors = " (" + text(t, 3) + " of " + allowed + " standard errors)";
        if (finding.linear()) {
            return "linear within its band" + errors;
        }
        int place = finding.place();
        String why = finding.asExact()
                ? "; as exact"
                : "; exact " + text(finding.exact()[place], 3) + ", the rest is of the time step or of finite N";
        return "departs by " + text(finding.band().mean()[place], 3) + " +- "
                + text(finding.band().error()[place], 2) + " at t = " + text(time(place), 3) + why + errors;
    }

    private StudyReport.Table sizes() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "guidance",
                "N",
                "largest",
                "std. error",
                "from exact",
                "std. error",
                "largest t of mean",
                "allowed",
                "linear"));
        for (Finding finding : findings) {
            for (int i = 0; i < effort.sizes().length; i++) {
                double[] zero = new double[finding.exact().length];
                rows.add(List.of(
                        finding.guidance(),
                        effort.sizes()[i],
                        text(finding.fromReference()[i].value(), 4),
                        text(finding.fromReference()[i].error(), 2),
                        text(finding.fromExact()[i].value(), 4),
                        text(finding.fromExact()[i].error(), 2),
                        text(finding.bands()[i].largest(zero), 3),
                        text(finding.bands()[i].critical(), 3),
                        finding.bands()[i].contains(zero) ? "yes" : "no"));
            }
        }
        return new StudyReport.Table(
                "sizes",
                "Largest departure of one population",
                rows,
                "Root mean square over replicas of the largest distance over the times: from the reference; and from the exact mean of"
                        + " infinitely many agents. Then the mean over replicas against its band about the reference.");
    }

    private StudyReport.Table rates() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(
                List.of("guidance", "exponent", "low", "high", "from exact", "low", "high", "largest exact departure"));
        for (Finding finding : findings) {
            var law = finding.law().orElseThrow();
            var exact = finding.lawFromExact().orElseThrow();
            rows.add(List.of(
                    finding.guidance(),
                    text(law.exponent(), 4),
                    text(law.low(), 4),
                    text(law.high(), 4),
                    text(exact.exponent(), 4),
                    text(exact.low(), 4),
                    text(exact.high(), 4),
                    text(finding.largestExact(), 4)));
        }
        return new StudyReport.Table(
                "rates",
                "Largest departure ~ N^exponent",
                rows,
                "Intervals of 95 % by the bootstrap. -1/2 from the reference where the exact departure is zero; always -1/2 from the exact"
                        + " mean until the error of the time step shows.");
    }

    private StudyReport.Table curves() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("guidance", "t", "coordinate", "departure", "standard-error", "low", "high", "exact"));
        for (Finding finding : findings) {
            for (int p = 0; p < finding.exact().length; p++) {
                double mean = finding.band().mean()[p];
                double half = finding.band().critical() * finding.band().error()[p];
                rows.add(List.of(
                        finding.guidance(),
                        text(time(p), 8),
                        p % scenario.dimension(),
                        text(mean, 8),
                        text(finding.band().error()[p], 5),
                        text(mean - half, 8),
                        text(mean + half, 8),
                        text(finding.exact()[p], 8)));
            }
        }
        return new StudyReport.Table("bands", "Departures of the largest population", rows, "");
    }
}
