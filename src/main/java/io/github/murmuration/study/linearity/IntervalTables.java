package io.github.murmuration.study.linearity;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Table and figure of the exact distance against the number of intervals. */
final class IntervalTables {

    private IntervalTables() {}

    static void add(StudyReport report, IntervalSweep sweep) {
        report.put(
                "intervals",
                ordered("M", sweep.intervals(), "distance", sweep.distances(), "exponent", sweep.exponent()));
        report.add(table(sweep));
        if (sweep.distances()[0] > 0) {
            report.add(figure(sweep));
        }
    }

    private static StudyReport.Table table(IntervalSweep sweep) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("M", "exact distance", "M^2 times it"));
        for (int i = 0; i < sweep.intervals().length; i++) {
            double m = sweep.intervals()[i];
            rows.add(List.of(
                    sweep.intervals()[i], text(sweep.distances()[i], 5), text(m * m * sweep.distances()[i], 4)));
        }
        return new StudyReport.Table(
                "intervals",
                "Mean-field guidance at the midpoints of M intervals: exact largest distance from the line",
                rows,
                "Exponent of the last doubling: " + text(sweep.exponent(), 4) + ".");
    }

    private static StudyFigure figure(IntervalSweep sweep) {
        double[] m = Arrays.stream(sweep.intervals()).asDoubleStream().toArray();
        double first = sweep.distances()[0];
        double[] square =
                Arrays.stream(m).map(x -> first * m[0] * m[0] / (x * x)).toArray();
        return new StudyFigure(
                        "intervals",
                        "Distance from the line against the number of intervals",
                        "Exact largest distance of the mean from the straight line when the guidance is constant on M intervals.",
                        "intervals M",
                        "distance (units of the state)")
                .logarithmic(Math.min(square[m.length - 1], sweep.distances()[m.length - 1]))
                .points("exact", 0, m, sweep.distances())
                .dashed("falling as 1/M^2", 0, m, square);
    }
}
