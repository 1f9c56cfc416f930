package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exponents of the tail for p to infinity beside those of the theory, with its figure. */
final class TailTable {

    private static final int PATHS = 4000;

    private TailTable() {}

    static void add(StudyReport report, PathConvergence.Findings findings, LinearResponse response) {
        StudyFigure figure = new StudyFigure(
                "tail",
                "Tail of the distance for many patterns",
                "Probability that sqrt(p) times the distance is larger than d, for p to infinity, and the power of the theory through"
                        + " the point where it is one in 10^5.",
                "d (units of the state)",
                "probability");
        figure.logarithmic(1e-9);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("tau", "median", "exponent", "theory", "theory with this step"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int t = 0; t < findings.times().length - 1; t++) {
            double tau = findings.times()[t];
            int step = findings.clock().stepAt(tau);
            TailLaw law = TailLaw.sample(
                    response, step, PATHS, findings.scenario().population().seed());
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
}
