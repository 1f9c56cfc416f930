package io.github.murmuration.study.hjb;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.score.Regularisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tables and figures of the study {@code hjb-scores}.
 *
 * @param cases the first with the usual numbers; for each there is one of score matching alone with its numbers
 * @param ofTheLaw new points in place of generated ones
 */
record HjbReport(PlaneLaw law, HjbScores.Effort effort, long seed, List<Repeated> cases, Repeated ofTheLaw) {

    private static final Cell NONE = text(Double.NaN, 1);

    private static final String WEIGHTS_NOTE =
            "alpha_0 of score matching, alpha_1 of the residual |R|^p, alpha_2 of score matching"
                    + " without noise. J - J*: cost above the optimal one, in nats, up to u = " + HjbCase.LEAST_NOISE
                    + "; score error: the same integral over noised data; residual: integral of the mean of |R| over u; all with standard errors over seeds."
                    + " -: points left the representable range.";

    StudyReport report() {
        StudyReport report = new StudyReport(
                law + ": HJB-regularised scores",
                "Scores of points in the plane, fitted to samples by score matching, with the gradient of the Hamilton-Jacobi-Bellman equation as"
                        + " a regulariser and without; " + effort.points() + " points that each generates in "
                        + HjbCase.STEPS + " steps from eta_T; " + effort.seeds() + " seeds.");
        report.put("study", "hjb-scores");
        report.put("law", law.toString());
        report.put("seed", seed);
        report.put("cases", cases.stream().map(this::summary).toList());
        List<Repeated> settings = cases.stream()
                .filter(each -> Arrays.stream(Axis.values()).allMatch(axis -> axis.same(each.asked(), usual())))
                .toList();
        report.add(settingsTable(settings));
        report.add(new Verdict(law, cases).table());
        for (Axis axis : Axis.values()) {
            report.add(sweep(axis));
            report.add(figure(Quantity.COST, "excess-cost", axis));
            report.add(figure(Quantity.DISTANCE, "sliced-w2", axis));
        }
        return report;
    }

    private Object summary(Repeated repeated) {
        Regularisation weights = repeated.asked().weights();
        Map<String, Object> summary = new LinkedHashMap<>(ordered(
                "alpha-0", weights.matching(),
                "alpha-1", weights.residual(),
                "alpha-2", weights.boundary(),
                "p", weights.power(),
                "escaped", repeated.escaped()));
        for (Axis axis : Axis.values()) {
            summary.put(axis.file(), axis.of(repeated.asked()));
        }
        for (Quantity quantity : Quantity.of(law)) {
            summary.put(
                    quantity.name().toLowerCase(Locale.ROOT),
                    repeated.outcomes().stream()
                            .map(outcome ->
                                    outcome.escaped() ? null : quantity.value().applyAsDouble(outcome))
                            .toList());
        }
        return summary;
    }

    private HjbCase usual() {
        return cases.get(0).asked();
    }

    /** Those of a setting by a number, with the usual other numbers. */
    private List<Repeated> along(Regularisation weights, Axis axis) {
        return cases.stream()
                .filter(each -> each.asked().weights().equals(weights) && axis.along(each.asked(), usual()))
                .sorted(Comparator.comparingInt(each -> axis.of(each.asked())))
                .toList();
    }

    static List<Object> weights(Regularisation weights) {
        return List.of(
                text(weights.matching(), 3),
                text(weights.residual(), 3),
                text(weights.boundary(), 3),
                weights.residual() == 0 ? NONE : (Object) weights.power());
    }

    private static String label(Regularisation weights) {
        String alphas = "alpha = "
                + weights(weights).stream().limit(3).map(Object::toString).collect(Collectors.joining(" "));
        return weights.residual() == 0 ? alphas : alphas + ", p = " + weights.power();
    }

    private List<Object> header(List<String> first) {
        List<Object> header = new ArrayList<>(first);
        Quantity.of(law).forEach(quantity -> header.addAll(List.of(quantity.title(), "+-")));
        return header;
    }

    private List<Object> row(List<Object> first, Repeated repeated) {
        List<Object> row = new ArrayList<>(first);
        for (Quantity quantity : Quantity.of(law)) {
            Repeated.Estimate estimate = repeated.of(quantity.value());
            row.add(text(estimate.mean(), 3));
            row.add(text(estimate.error(), 2));
        }
        return row;
    }

    private StudyReport.Table settingsTable(List<Repeated> settings) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(header(List.of("alpha_0", "alpha_1", "alpha_2", "p")));
        settings.forEach(each -> rows.add(row(weights(each.asked().weights()), each)));
        rows.add(row(List.of(new Cell(Double.NaN, "the law"), NONE, NONE, NONE), ofTheLaw));
        return new StudyReport.Table(
                "settings",
                "Settings: " + law + " from " + usual().samples() + " samples with " + usual().functions()
                        + " functions",
                rows,
                WEIGHTS_NOTE);
    }

    /** Settings that are followed over a number. */
    private List<Regularisation> followed(Axis axis) {
        return HjbScores.FOLLOWED.stream()
                .filter(weights -> along(weights, axis).size() > 1)
                .toList();
    }

    private StudyReport.Table sweep(Axis axis) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(header(List.of("alpha_0", "alpha_1", "alpha_2", "p", axis.title())));
        for (Regularisation weights : followed(axis)) {
            for (Repeated each : along(weights, axis)) {
                List<Object> first = new ArrayList<>(weights(weights));
                first.add(axis.of(each.asked()));
                rows.add(row(first, each));
            }
        }
        return new StudyReport.Table(
                axis.file(), "Against " + axis.title(), rows, "Other numbers are those of the first table.");
    }

    private StudyFigure figure(Quantity quantity, String name, Axis axis) {
        StudyFigure figure = new StudyFigure(
                        name + "-" + axis.file(),
                        quantity.title() + " against " + axis.title(),
                        law + "; bars are standard errors over seeds.",
                        axis.title(),
                        quantity.title())
                .fromZero();
        for (Regularisation weights : followed(axis)) {
            int series = HjbScores.FOLLOWED.indexOf(weights);
            List<Repeated> along = along(weights, axis);
            double[] x =
                    along.stream().mapToDouble(each -> axis.of(each.asked())).toArray();
            double[] y = new double[x.length];
            double[] errors = new double[x.length];
            Arrays.setAll(y, i -> along.get(i).of(quantity.value()).mean());
            Arrays.setAll(errors, i -> along.get(i).of(quantity.value()).error());
            figure.points(label(weights), series, x, y).line("", series, x, y).bars(series, x, y, errors);
        }
        return figure;
    }
}
