package io.github.murmuration.study.hjb;

import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Each case against score matching alone with the same numbers, which is one of the cases. */
record Verdict(PlaneLaw law, List<Repeated> cases) {

    StudyReport.Table table() {
        List<Quantity> compared = Quantity.of(law).stream()
                .filter(quantity -> quantity != Quantity.RESIDUAL && quantity != Quantity.EDGES)
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        List<Object> header = new ArrayList<>(List.of("alpha_0", "alpha_1", "alpha_2", "p"));
        Arrays.stream(Axis.values()).forEach(axis -> header.add(axis.title()));
        compared.forEach(quantity -> header.add(quantity.title()));
        rows.add(header);
        for (Repeated each : cases) {
            Repeated alone = alone(each.asked());
            if (each != alone) {
                List<Object> row =
                        new ArrayList<>(HjbReport.weights(each.asked().weights()));
                Arrays.stream(Axis.values()).forEach(axis -> row.add(axis.of(each.asked())));
                compared.forEach(quantity -> row.add(words(each.moreThan(alone, quantity.value()))));
                rows.add(row);
            }
        }
        return new StudyReport.Table(
                "verdict",
                "Against score matching alone",
                rows,
                "Difference from score matching alone with the same numbers, seed by seed on the same samples and noise; better or worse"
                        + " where its interval of 95 % (Student) is without 0, one comparison at a time.");
    }

    private Repeated alone(HjbCase asked) {
        return cases.stream()
                .filter(each -> each.asked().equals(asked.alone()))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Repeated.Estimate more) {
        if (Double.isNaN(more.mean())) {
            return "left the range";
        }
        String number = (more.mean() > 0 ? "+" : "") + text(more.mean(), 2);
        return (more.differsFromZero() ? (more.mean() < 0 ? "better" : "worse") : "no difference seen") + " (" + number
                + ")";
    }
}
