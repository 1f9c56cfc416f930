package io.github.murmuration.study.laboratory;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Problem;
import java.util.ArrayList;
import java.util.List;

/** Tables of the study {@code laboratory}. */
record LaboratoryReport(
        List<RowResult> rows,
        List<EpsilonResult> relaxed,
        List<FreeVelocity> free,
        GridChecks checks,
        List<Problem> drawn,
        List<Snapshots> snapshots,
        long agents,
        long seed) {

    /** Residuals below are rounding. */
    private static final double ROUNDING = 1e-10;

    /** Errors of grids below say nothing about an order. */
    private static final double SETTLED = 1e-5;

    private static final Cell NONE = text(Double.NaN, 1);

    StudyReport report() {
        StudyReport report = new StudyReport(
                "laboratory",
                "Generative models as mean-field games: what " + agents
                        + " agents pay against the optimal cost, the law that they reach, and how far value functions are"
                        + " from their Hamilton-Jacobi-Bellman equation over a step.");
        report.put("study", "laboratory");
        report.put("agents", agents);
        report.put("seed", seed);
        report.put("rows", rows.stream().map(LaboratoryReport::summary).toList());
        report.add(costs());
        report.add(laws());
        report.add(residuals());
        report.put("grids", checks.all().stream().map(LaboratoryReport::summary).toList());
        report.add(grids());
        report.add(interpolation());
        report.add(illPosed());
        new LaboratoryFigures(relaxed, drawn, snapshots).addTo(report);
        return report;
    }

    private static Object summary(RowResult row) {
        return ordered(
                "name", row.name(),
                "steps", row.steps(),
                "cost", row.cost().value(),
                "cost-error", row.cost().error(),
                "cost-at-twice-the-steps", row.finer().value(),
                "optimal-cost", row.optimal());
    }

    private static Object summary(GridCheck check) {
        return ordered(
                "name", check.row(),
                "quantity", check.quantity(),
                "exact", check.exact(),
                "grid", check.grid(),
                "grid-error", check.error(),
                "order", check.order());
    }

    private StudyReport.Table costs() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of(
                "row", "agents", "steps n", "J", "std. error", "J at 2 n", "2 J(2n) - J(n)", "J*", "std. errors off"));
        for (RowResult row : rows) {
            RowResult.Estimated limit = row.extrapolated();
            cells.add(List.of(
                    row.name(),
                    row.agents(),
                    row.steps(),
                    text(row.cost().value(), 6),
                    text(row.cost().error(), 2),
                    text(row.finer().value(), 6),
                    text(limit.value(), 6),
                    text(row.optimal(), 7),
                    text((limit.value() - row.optimal()) / limit.error(), 2)));
        }
        return new StudyReport.Table(
                "costs",
                "What agents pay",
                cells,
                "J by the agents with n steps and with 2 n on other noise; extrapolated to steps of no length, and how far that is from J* in"
                        + " its standard errors."
                        + " HJB-regularised scores are learned: `murmuration study hjb-scores` has their J - J*.");
    }

    private StudyReport.Table laws() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("row", "coordinate", "mean", "exact", "variance", "exact", "distance"));
        for (RowResult row : rows) {
            for (int j = 0; j < row.mean().length; j++) {
                boolean known = row.exactMean().length > 0;
                cells.add(List.of(
                        row.name(),
                        j,
                        text(row.mean()[j], 5),
                        known ? text(Math.abs(row.exactMean()[j]) < ROUNDING ? 0 : row.exactMean()[j], 5) : NONE,
                        text(row.variance()[j], 5),
                        known ? text(row.exactVariance()[j], 5) : NONE,
                        known ? text(row.distance()[j], 3) : NONE));
            }
        }
        return new StudyReport.Table(
                "laws",
                "Laws that are reached",
                cells,
                "With 2 n steps. distance: square root of the number of agents times the Kolmogorov distance from the exact law; independent"
                        + " agents of that law exceed 1.36 in 5 cases of 100 and 1.63 in one.");
    }

    private StudyReport.Table residuals() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("row", "residual", "at half the step", "order"));
        for (RowResult row : rows) {
            cells.add(List.of(
                    row.name(),
                    text(row.residual(), 3),
                    text(row.halved(), 3),
                    row.residual() > ROUNDING ? text(row.order(), 3) : NONE));
        }
        return new StudyReport.Table(
                "residuals",
                "Hamilton-Jacobi-Bellman residual over a step",
                cells,
                "Root mean square along agents of (E U(x + dx, t + h) - U(x, t))/h and what is paid meanwhile, in double precision; it falls with"
                        + " the first order of the step h, unless it is rounding: agents on straight paths take exact steps.");
    }

    private StudyReport.Table grids() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("row", "quantity", "closed form", "grid", "error of the grid", "order"));
        for (GridCheck check : checks.all()) {
            cells.add(List.of(
                    check.row(),
                    check.quantity(),
                    text(check.exact(), 7),
                    text(check.grid(), 7),
                    text(check.error(), 2),
                    check.error() > SETTLED ? text(check.order(), 3) : NONE));
        }
        return new StudyReport.Table(
                "grids",
                "The same games on a grid",
                cells,
                "Rows on the line solved a second time, by finite volumes with n, 2n and 4n cells, extrapolated to cells of no width; rows"
                        + " whose laws are in a plane with the target N(2, 1/4), the horizon 1 and the noise 1 instead. order: log2 of the ratio of the two changes,"
                        + " where they have not settled to " + SETTLED + ".");
    }

    private StudyReport.Table illPosed() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("rest", "speed limit", "speed", "int v^2/2 dt", "J", "J*"));
        for (FreeVelocity one : free) {
            cells.add(List.of(
                    text(one.rest(), 3),
                    text(one.limit(), 3),
                    text(one.speed(), 4),
                    text(one.effort(), 4),
                    text(one.cost(), 4),
                    text(one.optimal(), 4)));
        }
        return new StudyReport.Table(
                "ill-posed",
                "Normalizing flows: a terminal cost alone",
                cells,
                "Flows of other speeds have the same least cost, so that nothing chooses between them; under a limit too low for the way, agents go"
                        + " at the limit. J: relative entropy by the mean and the variance of the agents, 1/N by sampling alone.");
    }

    private StudyReport.Table interpolation() {
        List<List<Object>> cells = new ArrayList<>();
        cells.add(List.of("epsilon", "mean", "exact", "deviation", "exact"));
        for (EpsilonResult one : relaxed) {
            int last = one.last();
            cells.add(List.of(
                    Double.isInfinite(one.epsilon()) ? new Cell(one.epsilon(), "infinite") : text(one.epsilon(), 3),
                    text(one.mean()[last], 5),
                    text(one.exactMean()[last], 6),
                    text(one.deviation()[last], 5),
                    text(one.exactDeviation()[last], 6)));
        }
        return new StudyReport.Table(
                "interpolation",
                "From gradient flow to transport",
                cells,
                "Mean and standard deviation at the end, of agents and of the law: 0 is gradient-flow, infinite is ot-flow.");
    }
}
