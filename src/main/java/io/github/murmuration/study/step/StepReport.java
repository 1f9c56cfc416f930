package io.github.murmuration.study.step;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.study.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tables and figures of the study {@code step-convergence}. */
final class StepReport {

    private final Scenario scenario;
    private final StepConvergence.Effort effort;
    private final int agents;
    private final double[] steps;
    private final List<StrongError> strong;
    private final List<WeakError> weak;

    /** @param agents of a replica */
    StepReport(Scenario scenario, StepConvergence.Effort effort, int agents, Quantities quantities, StepCase all) {
        this.scenario = scenario;
        this.effort = effort;
        this.agents = agents;
        this.steps = new double[all.levels()];
        Arrays.setAll(steps, l -> Math.scalb((double) scenario.time().steps(), l));
        long seed = scenario.population().seed();
        List<String> state = quantities.written().model().state();
        this.strong = IntStream.range(0, state.size())
                .mapToObj(j -> StrongError.of(state.get(j), all, j, steps, seed))
                .toList();
        this.weak = IntStream.range(0, quantities.names().size())
                .mapToObj(q -> WeakError.of(quantities.names().get(q), all, q, steps, seed))
                .toList();
    }

    StudyReport report() {
        StudyReport report = new StudyReport(
                scenario.name() + ": step convergence",
                "Where " + text(agents, 8) + " agents of " + effort.replicas() + " populations are after " + counts()
                        + " steps of the scheme " + scenario.time().scheme() + " on the same noise.");
        report.put("name", scenario.name());
        report.put("study", "step-convergence");
        report.put("seed", scenario.population().seed());
        report.put("scheme", scenario.time().scheme().toString());
        report.put("steps", steps);
        report.put("agents", agents);
        report.put("replicas", effort.replicas());
        report.put("accuracy", effort.accuracy());
        report.put("strong", strong.stream().map(this::summary).toList());
        report.put("weak", weak.stream().map(this::summary).toList());
        StepTables tables = new StepTables(steps, effort, strong, weak);
        report.add(tables.convergence());
        report.add(tables.strong());
        report.add(tables.weak());
        new StepFigures(steps, strong, weak).addTo(report);
        return report;
    }

    private String counts() {
        return text(steps[0], 10) + " to " + text(steps[steps.length - 1], 10);
    }

    private Map<String, Object> summary(StrongError error) {
        return ordered(
                "coordinate",
                error.coordinate(),
                "successive",
                values(error.successive()),
                "from-finest",
                values(error.fromFinest()),
                "standard-error",
                error.fromFinest().get(0).error(),
                "order",
                order(error.order()),
                "at-most",
                error.most(),
                "steps-for-accuracy",
                effort.steps(steps[0], error.most(), error.orderTaken()));
    }

    private Map<String, Object> summary(WeakError error) {
        return ordered(
                "quantity",
                error.quantity(),
                "values",
                values(error.values()),
                "differences",
                values(error.differences()),
                "difference-errors",
                error.differences().stream().mapToDouble(Bootstrap::error).toArray(),
                "order",
                order(error.order()),
                "order-taken",
                error.orderTaken(),
                "error",
                estimate(error.bias()),
                "extrapolated",
                estimate(error.limit()),
                "steps-for-accuracy",
                effort.steps(steps[0], error.most(), error.orderTaken()));
    }

    private static double[] values(List<Bootstrap> all) {
        return all.stream().mapToDouble(Bootstrap::value).toArray();
    }

    private static Map<String, Object> estimate(WeakError.Estimate estimate) {
        return ordered("value", estimate.value(), "standard-error", estimate.error());
    }

    /** Null where none can be fitted. */
    private static Map<String, Object> order(Optional<Order> order) {
        return order.map(fitted -> ordered(
                        "value", fitted.value(), "standard-error", fitted.error(), "differences", fitted.differences()))
                .orElse(null);
    }
}
