package io.github.murmuration.study.generation;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.file.NpyClouds;
import io.github.murmuration.cloud.file.PlyClouds;
import io.github.murmuration.cloud.file.PlyEncoding;
import io.github.murmuration.report.CloudFigure;
import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run that generates clouds leaves.
 * @param references clouds that they are compared with, those of the law first
 */
record CloudReport(CloudProblem problem, List<Cloud> generated, List<Reference> references) {

    StudyReport report() {
        StudyReport report = StudyReport.ofRun(problem.scenario().name(), CloudWords.of(problem));
        List<Comparison> comparisons = comparisons();
        report.put("clouds", generated.size());
        report.put("points", problem.points());
        report.put("steps", problem.clock().steps());
        report.put("horizon", problem.clock().from());
        report.put("point-steps", generated.size() * problem.pointStepsOfOne());
        report.put("comparisons", comparisons.stream().map(CloudReport::summary).toList());
        report.put("references", references.stream().map(CloudReport::summary).toList());
        report.put("verdict", verdict(comparisons));
        Forgetting.note(problem, references.get(0).clouds()).ifPresent(report::note);
        report.add(table(comparisons));
        report.add(table());
        report.add(figure());
        addFiles(report);
        return report;
    }

    private List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        if (problem.data() instanceof Data.Gaussian gaussian) {
            all.addAll(new GaussianComparisons(problem, gaussian.law(), generated).all());
        }
        if (problem.data() instanceof Data.Shapes shapes) {
            all.addAll(new ShapeComparisons(problem, shapes, generated).all());
        }
        double pValue = references.get(0).pValue();
        String name = "energy test against new clouds of the law";
        all.add(new Comparison(name, Double.NaN, Double.NaN, Double.NaN, Double.NaN, pValue));
        return all;
    }

    private static String verdict(List<Comparison> comparisons) {
        List<Comparison> tested =
                comparisons.stream().filter(Comparison::tested).toList();
        String differing = tested.stream()
                .filter(Comparison::differs)
                .map(Comparison::quantity)
                .collect(Collectors.joining(", "));
        if (tested.isEmpty()) {
            return "nothing was tested: that takes more clouds";
        }
        return differing.isEmpty()
                ? "the clouds agree with what is known of them: every p-value of " + tested.size() + " is at least "
                        + Comparison.LEAST
                : "the clouds differ from what is known of them: a p-value below " + Comparison.LEAST + " has "
                        + differing;
    }

    private static Object summary(Comparison comparison) {
        return ordered(
                "quantity", comparison.quantity(),
                "generated", comparison.found(),
                "standard-error", comparison.error(),
                "these-steps", comparison.steps(),
                "law", comparison.law(),
                "p-value", comparison.pValue(),
                "verdict", comparison.verdict());
    }

    private static Object summary(Reference reference) {
        return ordered(
                "clouds", reference.name(),
                "count", reference.clouds().size(),
                "minimum-matching-distance", reference.comparison().minimumMatching(),
                "coverage", reference.comparison().coverage(),
                "neighbour-accuracy", reference.comparison().neighbourAccuracy(),
                "standard-error", reference.accuracyError(),
                "p-value", reference.pValue());
    }

    private StudyReport.Table table(List<Comparison> comparisons) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("", "generated", "std. error", "these steps", "law", "p-value", "verdict"));
        for (Comparison each : comparisons) {
            rows.add(List.of(
                    each.quantity(),
                    text(each.found(), 5),
                    text(each.error(), 2),
                    text(each.steps(), 5),
                    text(each.law(), 5),
                    text(each.pValue(), 2),
                    each.verdict()));
        }
        return new StudyReport.Table(
                "comparisons",
                "Generated clouds and what is known of them",
                rows,
                "These steps: what Euler steps of this size end with, exactly, which is what a p-value is about where it is known."
                        + " Verdict: " + verdict(comparisons) + ".");
    }

    private StudyReport.Table table() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("", "clouds", "distance", "coverage", "1-nn accuracy", "std. error", "p-value"));
        for (Reference each : references) {
            rows.add(List.of(
                    each.name(),
                    each.clouds().size(),
                    text(each.comparison().minimumMatching(), 4),
                    text(each.comparison().coverage(), 3),
                    text(each.comparison().neighbourAccuracy(), 3),
                    text(each.accuracyError(), 2),
                    text(each.pValue(), 2)));
        }
        return new StudyReport.Table(
                "references",
                "Generated clouds against others",
                rows,
                "Chamfer distances: to the nearest generated cloud on average, share of the others that are nearest to a generated one, and"
                        + " share of all clouds whose nearest one is of their own set (one half is ideal). p-value: of the energy test.");
    }

    private CloudFigure figure() {
        CloudFigure figure = new CloudFigure(
                "clouds", "Generated clouds above others", "A column is no pair: clouds are independent.");
        figure.row("generated", generated);
        references.forEach(each -> figure.row(each.name(), each.clouds()));
        return figure;
    }

    private void addFiles(StudyReport report) {
        report.addFile("clouds.npy", NpyClouds.content(generated));
        int count = Math.min(generated.size(), problem.scenario().output().plyFiles());
        for (int c = 0; c < count; c++) {
            String name = String.format(Locale.ROOT, "cloud-%04d.ply", c + 1);
            report.addFile(name, PlyClouds.content(generated.get(c), PlyEncoding.LITTLE_ENDIAN));
        }
    }
}
