package io.github.murmuration.study.step;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables of the study {@code step-convergence}.
 * @param steps [level]
 */
record StepTables(double[] steps, StepConvergence.Effort effort, List<StrongError> paths, List<WeakError> values) {

    private static final Cell NONE = text(Double.NaN, 1);

    StudyReport.Table convergence() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "of", "order", "std. error", "error", "std. error", "extrapolated", "std. error", "steps needed"));
        for (StrongError error : paths) {
            Bootstrap found = error.fromFinest().get(0);
            WeakError.Estimate distance = new WeakError.Estimate(found.value(), found.error());
            rows.add(row(
                    "paths of " + error.coordinate(),
                    error.order(),
                    distance,
                    Optional.empty(),
                    error.most(),
                    error.orderTaken()));
        }
        for (WeakError error : values) {
            rows.add(row(
                    error.quantity(),
                    error.order(),
                    error.bias(),
                    Optional.of(error.limit()),
                    error.most(),
                    error.orderTaken()));
        }
        return new StudyReport.Table(
                "convergence",
                "What " + (long) steps[0] + " steps leave of the time step",
                rows,
                "Paths: root mean square distance of an agent at the end from where the most steps bring it. Others: value minus the extrapolated"
                        + " one, on the same noise. Orders are fitted to differences between successive numbers of steps; - where these do not"
                        + " differ significantly from 0. Steps needed: for an error of " + text(effort.accuracy(), 3)
                        + ", with two standard errors to spare.");
    }

    private List<Object> row(
            String of,
            Optional<Order> order,
            WeakError.Estimate error,
            Optional<WeakError.Estimate> limit,
            double most,
            double p) {
        return List.of(
                of,
                order.map(fitted -> text(fitted.value(), 3)).orElse(NONE),
                order.map(fitted -> text(fitted.error(), 2)).orElse(NONE),
                text(error.value(), 4),
                text(error.error(), 2),
                limit.map(extrapolated -> text(extrapolated.value(), 6)).orElse(NONE),
                limit.map(extrapolated -> text(extrapolated.error(), 2)).orElse(NONE),
                text(effort.steps(steps[0], most, p), 3));
    }

    StudyReport.Table strong() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("coordinate", "steps", "from twice the steps", "std. error", "from the most", "std. error"));
        for (StrongError error : paths) {
            for (int l = 0; l < error.successive().size(); l++) {
                List<Object> row = new ArrayList<>(List.of(error.coordinate(), (long) steps[l]));
                row.addAll(cells(error.successive().get(l)));
                row.addAll(cells(error.fromFinest().get(l)));
                rows.add(row);
            }
        }
        return new StudyReport.Table(
                "strong",
                "Agents on the same noise",
                rows,
                "Root mean square distance over agents and replicas at the end, coordinate by coordinate.");
    }

    StudyReport.Table weak() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("of", "steps", "value", "std. error", "change by twice the steps", "std. error"));
        for (WeakError error : values) {
            for (int l = 0; l < error.values().size(); l++) {
                Bootstrap value = error.values().get(l);
                List<Object> row = new ArrayList<>(
                        List.of(error.quantity(), (long) steps[l], text(value.value(), 8), text(value.error(), 2)));
                row.addAll(
                        l < error.differences().size()
                                ? cells(error.differences().get(l))
                                : List.of(NONE, NONE));
                rows.add(row);
            }
        }
        return new StudyReport.Table(
                "weak",
                "Values of a population at the end",
                rows,
                "Means over replicas; the error of a value is that of sampling, the same for all numbers of steps.");
    }

    private static List<Object> cells(Bootstrap value) {
        return List.of(text(value.value(), 4), text(value.error(), 2));
    }
}
