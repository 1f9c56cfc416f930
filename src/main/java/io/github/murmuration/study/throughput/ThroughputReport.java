package io.github.murmuration.study.throughput;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tables and figures of the study {@code throughput}.
 * @param ceilings of each backend
 */
record ThroughputReport(double seconds, Map<Backend, Ceilings> ceilings, List<Measured> measured) {

    private static final int DIGITS = 3;
    private static final String LEAD =
            "How many agents are advanced by how many steps in a second, means and variances reduced at "
                    + "every step. What is timed is steps; each kind of step first gave the bits of cpu-scalar.";

    StudyReport report() {
        StudyReport report = new StudyReport("Throughput", LEAD);
        report.put("study", "throughput");
        report.put("seconds", seconds);
        report.put(
                "ceilings",
                ceilings.entrySet().stream().map(ThroughputReport::summary).toList());
        report.put("cases", measured.stream().map(this::summary).toList());
        ceilings.keySet().stream()
                .filter(Backend::forTests)
                .forEach(backend -> report.note("the device of " + backend.name()
                        + " is emulated: its figures are no benchmark, and no share of a ceiling is given"));
        report.add(ceilingTable());
        report.add(table());
        report.add(figure());
        return report;
    }

    private StudyReport.Table ceilingTable() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("backend", "copy in TB/s", "multiply-adds in 1e9/s", "products in 1e9/s"));
        ceilings.forEach((backend, most) -> rows.add(List.of(
                backend.name(),
                text(most.copy() * 1e-12, DIGITS),
                text(most.multiplyAdds() * 1e-9, DIGITS),
                text(most.products() * 1e-9, DIGITS))));
        return new StudyReport.Table(
                "ceilings",
                "The most that the machine does",
                rows,
                "Copies: bytes read and written, between arrays that fit in no cache. Multiply-adds: of float32 numbers, in chains "
                        + "that depend on no memory. Products: 64 bits of two whole numbers of 32.");
    }

    private StudyReport.Table table() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "backend",
                "step",
                "coordinates",
                "guidances",
                "agents",
                "agent-steps/s",
                "slowest",
                "fastest",
                "us per step",
                "bytes per agent-step",
                "multiply-adds per agent-step",
                "share of ceiling",
                "nJ per agent-step"));
        measured.stream().filter(each -> each.timing().done()).forEach(each -> rows.add(row(each)));
        return new StudyReport.Table("throughput", "Agent-steps per second", rows, note());
    }

    private String note() {
        long without = measured.stream().filter(each -> !each.timing().done()).count();
        return "Medians of at least three runs of up to " + Workload.STEPS
                + " steps; an agent-step is a step of one agent under one "
                + "guidance. Bytes: the fewest that must move. Multiply-adds per agent-step: how many the device could do in its time. "
                + "Share of ceiling: the larger of the bytes' share of the copies and of the share of the arithmetic that the least "
                + "an affine step takes, 46 operations per coordinate, has of the multiply-adds. " + without
                + " cases were left out; summary.json says why.";
    }

    private List<Object> row(Measured each) {
        Workload workload = each.what().workload();
        Backend backend = each.what().backend();
        Ceilings most = ceilings.get(backend);
        boolean tells = !backend.forTests();
        return List.of(
                backend.name(),
                workload.name(),
                workload.d(),
                workload.guidances(),
                each.what().agents(),
                text(each.timing().rate(), DIGITS),
                text(each.timing().slowest(), DIGITS),
                text(each.timing().fastest(), DIGITS),
                text(each.microseconds(), DIGITS),
                text(each.bytes(), DIGITS),
                text(tells ? each.multiplyAdds(most) : Double.NaN, DIGITS),
                text(tells ? each.share(most) : Double.NaN, 2),
                text(each.timing().joules() * 1e9, DIGITS));
    }

    private StudyFigure figure() {
        StudyFigure figure = new StudyFigure(
                        "throughput",
                        "Agent-steps per second against the number of agents",
                        "Affine steps, bridges to two components, and agents who are drawn to their own mean, each in one coordinate.",
                        "agents",
                        "agent-steps per second")
                .logarithmic(measured.stream()
                        .filter(each -> each.timing().done())
                        .mapToDouble(each -> each.timing().rate())
                        .min()
                        .orElse(1));
        int series = 0;
        for (Backend backend : ceilings.keySet()) {
            for (Workload workload : Series.BY_SIZE) {
                List<Measured> line = measured.stream()
                        .filter(each -> each.what().backend() == backend
                                && each.timing().done())
                        .filter(each -> each.what().workload().equals(workload))
                        .toList();
                double[] agents =
                        line.stream().mapToDouble(each -> each.what().agents()).toArray();
                double[] rates =
                        line.stream().mapToDouble(each -> each.timing().rate()).toArray();
                figure.line(backend.name() + ": " + workload.name(), series, agents, rates);
                figure.points("", series++, agents, rates);
            }
        }
        return figure;
    }

    private static Map<String, Object> summary(Map.Entry<Backend, Ceilings> each) {
        return ordered(
                "backend",
                each.getKey().name(),
                "copy",
                each.getValue().copy(),
                "multiply-adds",
                each.getValue().multiplyAdds(),
                "products",
                each.getValue().products());
    }

    private Map<String, Object> summary(Measured each) {
        Workload workload = each.what().workload();
        Map<String, Object> summary = ordered(
                "backend", each.what().backend().name(),
                "step", workload.name(),
                "coordinates", workload.d(),
                "components", workload.components(),
                "guidances", workload.guidances(),
                "noise", workload.noise().text(),
                "agents", each.what().agents());
        if (each.timing().done()) {
            summary.put("steps-at-once", each.timing().steps());
            summary.put("agent-steps-per-second", each.timing().rate());
            summary.put("slowest", each.timing().slowest());
            summary.put("fastest", each.timing().fastest());
            summary.put("joules-per-agent-step", each.timing().joules());
        } else {
            summary.put("left-out", each.timing().without());
        }
        return summary;
    }
}
