package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Table and figure of the laws of paths. */
final class PathLawsReport {

    private PathLawsReport() {}

    static StudyReport of(Scenario scenario, double horizon, int patterns, int paths, List<PathLaws.Case> cases) {
        StudyReport report = new StudyReport(
                scenario.name(),
                String.format(
                        Locale.ROOT,
                        "Paths between %d patterns and one point, or the reference N(0, %s), by several constructions: the distance of their law to"
                                + " the exact one, for several numbers of steps up to the horizon %s.",
                        patterns,
                        text(horizon, 6),
                        text(horizon, 6)));
        report.put("name", scenario.name());
        report.put("study", "path-convergence");
        report.put("seed", scenario.population().seed());
        report.put("dimension", scenario.dimension());
        report.put("horizon", horizon);
        report.put("patterns", patterns);
        report.put("paths", paths);
        addTable(report, cases);
        report.add(figure(cases, horizon));
        return report;
    }

    private static void addTable(StudyReport report, List<PathLaws.Case> cases) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "construction",
                "steps",
                "tau",
                "variance",
                "exact variance",
                "W1",
                "std. error",
                "W1 beyond samples",
                "std. error"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (PathLaws.Case one : cases) {
            for (PathLaws.Found found : one.found()) {
                rows.add(List.of(
                        one.construction(),
                        one.steps(),
                        text(found.tau(), 4),
                        text(found.variance(), 4),
                        text(found.exactVariance(), 4),
                        text(found.wasserstein(), 4),
                        text(found.wassersteinError(), 2),
                        text(found.excess(), 3),
                        text(found.excessError(), 2)));
                values.add(ordered(
                        "construction",
                        one.construction(),
                        "steps",
                        one.steps(),
                        "tau",
                        found.tau(),
                        "variance",
                        found.variance(),
                        "exact-variance",
                        found.exactVariance(),
                        "wasserstein",
                        found.wasserstein(),
                        "excess",
                        found.excess(),
                        "excess-error",
                        found.excessError()));
            }
        }
        report.put("laws", values);
        report.add(new StudyReport.Table(
                "laws",
                "Law of the paths against the exact one",
                rows,
                "Means over 20 batches of paths. The last columns have W1 less that of as many samples of the exact law: 0 for a construction"
                        + " that is exact for any step. Variances are means over the coordinates; in more than one dimension W1 is the mean over 32"
                        + " directions."));
    }

    private static StudyFigure figure(List<PathLaws.Case> cases, double horizon) {
        StudyFigure figure = new StudyFigure(
                "laws",
                "Distance of the law of paths to the exact one",
                "W1 between the paths of a batch and the exact law at half the horizon, against the step; exact constructions stay at the level of"
                        + " as many samples.",
                "step dtau (units of time)",
                "W1 at tau = B/2 (units of the state)");
        figure.logarithmic(1e-9);
        List<String> names =
                cases.stream().map(PathLaws.Case::construction).distinct().toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<PathLaws.Case> own = cases.stream()
                    .filter(one -> one.construction().equals(name))
                    .toList();
            double[] step =
                    own.stream().mapToDouble(one -> horizon / one.steps()).toArray();
            double[] distance = own.stream()
                    .mapToDouble(one -> half(one, horizon).wasserstein())
                    .toArray();
            figure.points(name, i, step, distance);
        }
        return figure;
    }

    private static PathLaws.Found half(PathLaws.Case one, double horizon) {
        return Arrays.stream(one.found())
                .filter(found -> found.tau() == horizon / 2)
                .findFirst()
                .orElseThrow();
    }
}
