package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.LineFit;
import io.github.murmuration.study.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Power laws of the median in p, fitted from p = 100 on, and their figure. */
final class SlopeTable {

    private static final int SMALLEST_FITTED = 100;

    private final PathConvergence.Findings findings;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<Map<String, Object>> values = new ArrayList<>();
    private final StudyFigure figure = new StudyFigure(
            "distances",
            "Distance to the path of infinitely many patterns",
            "Median distance between the paths of p and of infinitely many patterns on identical noise, with the fitted power law.",
            "patterns p",
            "median distance (units of the state)");

    private SlopeTable(PathConvergence.Findings findings) {
        this.findings = findings;
        figure.logarithmic(1e-9);
        rows.add(List.of("tau", "slope", "std. error", "median at p = 1"));
    }

    static void add(StudyReport report, PathConvergence.Findings findings) {
        SlopeTable made = new SlopeTable(findings);
        for (int t = 0; t < findings.times().length; t++) {
            made.time(t);
        }
        report.add(made.figure);
        if (made.rows.size() > 1) {
            report.put("slopes", made.values);
            report.add(new StudyReport.Table(
                    "slopes",
                    "Slope of the median in p, from p = " + findings.patterns()[made.first()],
                    made.rows,
                    "Weighted least squares of log median on log p; theory for large p: -1/2."));
        }
    }

    private void time(int t) {
        double[] p = Arrays.stream(findings.patterns()).asDoubleStream().toArray();
        double[] medians = new double[p.length];
        Arrays.setAll(medians, i -> median(i, t).value());
        double tau = findings.times()[t];
        figure.points("tau = " + text(tau, 4), t, p, medians);
        if (first() + 1 >= p.length) {
            return;
        }
        LineFit fit = fit(t);
        double[] line = Arrays.stream(p)
                .map(x -> Math.exp(fit.intercept()) * Math.pow(x, fit.slope()))
                .toArray();
        figure.dashed("", t, p, line);
        rows.add(List.of(text(tau, 4), text(fit.slope(), 4), text(fit.error(), 2), text(Math.exp(fit.intercept()), 4)));
        values.add(ordered("tau", tau, "slope", fit.slope(), "standard-error", fit.error()));
    }

    /** Place of the first p that is fitted; at least two are. */
    private int first() {
        int first = 0;
        while (first < findings.patterns().length - 2 && findings.patterns()[first] < SMALLEST_FITTED) {
            first++;
        }
        return first;
    }

    private LineFit fit(int t) {
        int first = first();
        int count = findings.patterns().length - first;
        double[] x = new double[count];
        double[] y = new double[count];
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            Quantile median = median(first + i, t);
            x[i] = Math.log(findings.patterns()[first + i]);
            y[i] = Math.log(median.value());
            errors[i] = median.logError();
        }
        return LineFit.of(x, y, errors);
    }

    private Quantile median(int i, int t) {
        return Quantile.of(findings.sorted(i, t), 0.5);
    }
}
