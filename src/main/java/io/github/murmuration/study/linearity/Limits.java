package io.github.murmuration.study.linearity;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of departures for N to infinity and for dt to 0. */
record Limits(LinearityReport of) {

    Optional<StudyReport.Table> table() {
        boolean any = of.findings().stream()
                .anyMatch(f -> f.manyAgents().isPresent() || f.shortSteps().isPresent());
        return any ? Optional.of(made()) : Optional.empty();
    }

    private StudyReport.Table made() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "guidance",
                "t",
                "exact",
                "N to infinity",
                "std. error",
                "dt to 0",
                "std. error",
                "largest z of dt to 0"));
        of.findings().forEach(finding -> rows.add(row(finding)));
        return new StudyReport.Table(
                "limits",
                "Departures extrapolated",
                rows,
                "Straight lines in 1/N at dt = 1/" + of.scenario().time().steps()
                        + ", and polynomials in dt (Richardson) at N = "
                        + text(of.largest(), 6) + " through the step counts "
                        + Arrays.toString(of.steps()).replace(",", "")
                        + ". z: dt to 0 minus exact in standard errors, the largest of "
                        + of.findings().get(0).exact().length
                        + " points; 3.8 is passed once in a hundred times if all are independent.");
    }

    private List<Object> row(Finding finding) {
        int place = finding.place();
        double exact = finding.exact()[place];
        Optional<Extrapolated> many = finding.manyAgents();
        Optional<Extrapolated> steps = finding.shortSteps();
        return List.of(
                finding.guidance(),
                text(of.time(place), 3),
                text(exact, 4),
                text(many.map(limit -> limit.value()[place]).orElse(Double.NaN), 4),
                text(many.map(limit -> limit.error()[place]).orElse(Double.NaN), 2),
                text(steps.map(limit -> exact + limit.value()[place]).orElse(Double.NaN), 4),
                text(steps.map(limit -> limit.error()[place]).orElse(Double.NaN), 2),
                text(
                        steps.map(limit -> limit.largest(new double[finding.exact().length]))
                                .orElse(Double.NaN),
                        3));
    }
}
