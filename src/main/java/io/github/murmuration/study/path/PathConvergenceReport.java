package io.github.murmuration.study.path;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.LineFit;
import io.github.murmuration.study.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables and figures of the study {@code path-convergence}. */
public final class PathConvergenceReport {

    private static final double[] LEVELS = {0.05, 0.25, 0.75, 0.95, 0.99};
    private static final int SMALLEST_FITTED = 100;
    private static final int TAIL_PATHS = 4000;
    private static final int[] FINER = {1, 2, 4, 8, 16};

    private final PathConvergence.Findings findings;
    private final StudyReport report;

    private PathConvergenceReport(PathConvergence.Findings findings) {
        this.findings = findings;
        this.report = new StudyReport(findings.scenario().name(), asked(findings));
    }

    public static StudyReport of(PathConvergence.Findings findings) {
        PathConvergenceReport made = new PathConvergenceReport(findings);
        made.summary();
        made.distances();
        made.slopes();
        made.tails();
        made.growth();
        made.extrapolation();
        made.densities();
        return made.report;
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

    private void summary() {
        report.put("name", findings.scenario().name());
        report.put("study", "path-convergence");
        report.put("seed", findings.scenario().population().seed());
        report.put("dimension", findings.scenario().dimension());
        report.put("horizon", findings.clock().horizon());
        report.put("steps", findings.clock().steps());
        report.put("pattern-evaluations", findings.evaluations());
        report.put("wall-seconds", findings.seconds());
        report.put("pattern-evaluations-per-second", findings.evaluations() / findings.seconds());
    }

    private void distances() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("p", "tau", "samples", "median", "low", "high", "q05", "q25", "q75", "q95", "q99"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < findings.patterns().length; i++) {
            for (int t = 0; t < findings.times().length; t++) {
                double[] sorted = sorted(i, t);
                Quantile median = Quantile.of(sorted, 0.5);
                List<String> row = new ArrayList<>(List.of(
                        Integer.toString(findings.patterns()[i]),
                        text(findings.times()[t], 4),
                        Integer.toString(sorted.length),
                        text(median.value(), 5),
                        text(median.low(), 5),
                        text(median.high(), 5)));
                Arrays.stream(LEVELS)
                        .forEach(q -> row.add(text(Quantile.of(sorted, q).value(), 4)));
                rows.add(row);
                values.add(ordered(
                        "p",
                        findings.patterns()[i],
                        "tau",
                        findings.times()[t],
                        "samples",
                        sorted.length,
                        "median",
                        median.value(),
                        "low",
                        median.low(),
                        "high",
                        median.high()));
            }
        }
        report.put("distances", values);
        report.add(new StudyReport.Table(
                "distances",
                "Distance to the path of infinitely many patterns",
                rows,
                "low, high: 95 % confidence interval of the median; q05 to q99: quantiles."));
    }

    private void slopes() {
        StudyFigure figure = new StudyFigure(
                "distances",
                "Distance to the path of infinitely many patterns",
                "Median distance between the paths of p and of infinitely many patterns on identical noise, with the fitted power law.",
                "patterns p",
                "median distance (units of the state)");
        figure.logarithmic(1e-9);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("tau", "slope", "std. error", "median at p = 1"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int t = 0; t < findings.times().length; t++) {
            double[] p = Arrays.stream(findings.patterns()).asDoubleStream().toArray();
            double[] medians = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                medians[i] = Quantile.of(sorted(i, t), 0.5).value();
            }
            figure.points("tau = " + text(findings.times()[t], 4), t, p, medians);
            if (fitted() + 1 >= p.length) {
                continue;
            }
            LineFit fit = fit(t);
            double[] line = Arrays.stream(p)
                    .map(x -> Math.exp(fit.intercept()) * Math.pow(x, fit.slope()))
                    .toArray();
            figure.dashed("", t, p, line);
            rows.add(List.of(
                    text(findings.times()[t], 4),
                    text(fit.slope(), 4),
                    text(fit.error(), 2),
                    text(Math.exp(fit.intercept()), 4)));
            values.add(ordered("tau", findings.times()[t], "slope", fit.slope(), "standard-error", fit.error()));
        }
        report.add(figure);
        if (rows.size() > 1) {
            report.put("slopes", values);
            report.add(new StudyReport.Table(
                    "slopes",
                    "Slope of the median in p, from p = " + findings.patterns()[fitted()],
                    rows,
                    "Weighted least squares of log median on log p; theory for large p: -1/2."));
        }
    }

    private int fitted() {
        int first = 0;
        while (first < findings.patterns().length - 2 && findings.patterns()[first] < SMALLEST_FITTED) {
            first++;
        }
        return first;
    }

    private LineFit fit(int t) {
        int first = fitted();
        int count = findings.patterns().length - first;
        double[] x = new double[count];
        double[] y = new double[count];
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            Quantile median = Quantile.of(sorted(first + i, t), 0.5);
            x[i] = Math.log(findings.patterns()[first + i]);
            y[i] = Math.log(median.value());
            errors[i] = median.logError();
        }
        return LineFit.of(x, y, errors);
    }

    private void tails() {
        if (findings.response().isEmpty()) {
            return;
        }
        LinearResponse response = findings.response().get();
        StudyFigure figure = new StudyFigure(
                "tail",
                "Tail of the distance for many patterns",
                "Probability that sqrt(p) times the distance is larger than d, for p to infinity, and the power of the theory through"
                        + " the point where it is one in 10^5.",
                "d (units of the state)",
                "probability");
        figure.logarithmic(1e-9);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("tau", "median", "exponent", "theory", "theory with this step"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int t = 0; t < findings.times().length - 1; t++) {
            double tau = findings.times()[t];
            int step = findings.clock().stepAt(tau);
            TailLaw law = TailLaw.sample(
                    response, step, TAIL_PATHS, findings.scenario().population().seed());
            double exponent = law.exponent();
            rows.add(List.of(
                    text(tau, 4),
                    text(law.quantile(0.5), 4),
                    text(exponent, 4),
                    text(response.exponent(tau), 5),
                    text(response.discreteExponent(step), 5)));
            values.add(ordered("tau", tau, "exponent", exponent, "theory", response.exponent(tau)));
            TailFigure.add(figure, t, tau, law, response.exponent(tau));
        }
        report.put("tails", values);
        report.add(figure);
        report.add(new StudyReport.Table(
                "tails",
                "Tail P(sqrt(p) |x_p - x_inf| > d) ~ d^-exponent for p to infinity",
                rows,
                "Fitted between probabilities 1e-3 and 1e-7; theory 2 + 1/(s^2 (1/tau - 1/B)) in continuous time."));
    }

    private void growth() {
        if (findings.response().isEmpty()) {
            return;
        }
        GrowthTable growth = GrowthTable.of(findings, FINER);
        report.put("growth", growth.values());
        report.add(growth.table());
        report.add(growth.figure());
    }

    private void extrapolation() {
        if (findings.extrapolation().isPresent()) {
            ExtrapolationTables.add(
                    report,
                    findings.asked().orElseThrow(),
                    findings.extrapolation().get());
        }
    }

    private void densities() {
        if (findings.densities().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "estimate", "W1", "std. error", "energy distance", "std. error", "W1 beyond kernel", "std. error"));
        Map<String, Object> values = new LinkedHashMap<>();
        findings.densities().forEach((name, d) -> {
            rows.add(List.of(
                    name.replace(",", ";"),
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
                "From 100 patterns; means over fresh sets. Smoothed: by half the cross-validated width. The last row is what sampling 1000 ends costs"
                        + " by itself."));
    }

    private double[] sorted(int i, int t) {
        double[] sorted = findings.distances()[i][t].clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static String text(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, "%." + digits + "g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    /** A map in the order of its arguments: key, value, key, value... */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
