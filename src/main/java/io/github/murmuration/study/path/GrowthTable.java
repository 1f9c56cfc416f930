package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.ensemble.BackwardClock;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the mean square of sqrt(p)(x_p - x_inf) grows as the step falls, to first order in 1/p. */
record GrowthTable(double[] steps, double[] end, double[] middle, double middleTime) {

    /** @param finer factors by which the study's number of steps is multiplied */
    static GrowthTable of(PathConvergence.Findings findings, int[] finer) {
        double tau = findings.times()[Math.min(1, findings.times().length - 2)];
        double[] steps = new double[finer.length];
        double[] end = new double[finer.length];
        double[] middle = new double[finer.length];
        for (int i = 0; i < finer.length; i++) {
            BackwardClock clock = new BackwardClock(
                    findings.clock().horizon(), findings.clock().steps() * finer[i]);
            LinearResponse response = findings.response().orElseThrow().on(clock);
            steps[i] = clock.step();
            end[i] = response.meanSquare(clock.steps());
            middle[i] = response.meanSquare(clock.stepAt(tau));
        }
        return new GrowthTable(steps, end, middle, tau);
    }

    List<Map<String, Object>> values() {
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            values.add(ordered("step", steps[i], "mean-square-at-0", end[i], "mean-square-before", middle[i]));
        }
        return values;
    }

    StudyReport.Table table() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("dtau", "at tau = 0", "growth per log(1/dtau)", "before"));
        for (int i = 0; i < steps.length; i++) {
            double growth = i == 0 ? Double.NaN : (end[i] - end[i - 1]) / Math.log(steps[i - 1] / steps[i]);
            rows.add(List.of(text(steps[i], 4), text(end[i], 5), text(growth, 4), text(middle[i], 5)));
        }
        return new StudyReport.Table(
                "growth",
                "Mean square of sqrt(p) |x_p - x_inf|",
                rows,
                "Exact to first order in 1/p. It grows with log(1/dtau) at tau = 0 and stays finite before. before: at tau = "
                        + text(middleTime, 4) + ".");
    }

    StudyFigure figure() {
        double[] logarithms = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            logarithms[i] = -Math.log(steps[i]);
        }
        return new StudyFigure(
                        "growth",
                        "Growth of the mean square",
                        "Mean square of sqrt(p) times the distance, to first order in 1/p, against the logarithm of the number of steps"
                                + " per unit of time.",
                        "log(1/dtau)",
                        "mean square (units of the state, squared)")
                .fromZero()
                .points("tau = 0", 0, logarithms, end)
                .line("", 0, logarithms, end)
                .points("tau = " + text(middleTime, 4), 1, logarithms, middle)
                .line("", 1, logarithms, middle);
    }
}
