package io.github.murmuration.study.path;

import static io.github.murmuration.study.Cells.ordered;
import static io.github.murmuration.study.Cells.text;

import io.github.murmuration.report.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the half-sample method says about the side of the infinite path, and what a step towards the midpoint gains. */
final class ExtrapolationTables {

    private ExtrapolationTables() {}

    static void add(StudyReport report, Extrapolation asked, Extrapolation.Result found) {
        String where = "p = q = " + asked.patterns() / 2 + ", tau = " + text(asked.time(), 4);
        report.add(signs(where, found));
        report.add(steps(where, found));
        report.put("extrapolation", values(asked, found));
    }

    private static StudyReport.Table signs(String where, Extrapolation.Result found) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("departure above", "samples", "right side", "std. error"));
        for (Extrapolation.Sign sign : found.signs()) {
            rows.add(List.of(text(sign.departure(), 3), sign.samples(), text(sign.right(), 4), text(sign.error(), 2)));
        }
        return new StudyReport.Table(
                "signs",
                "Does the half-sample path that departs more lie on the side of the infinite path? " + where,
                rows,
                "Departure: distance of that path from the path of all patterns.");
    }

    private static StudyReport.Table steps(String where, Extrapolation.Result found) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("halvings", "best step", "rms error", "gain %", "rms error at -1"));
        for (int r = 1; r <= found.steps().length; r *= 2) {
            Extrapolation.Step step = found.steps()[r - 1];
            double gain = 1 - step.error() / found.error();
            rows.add(List.of(
                    r, text(step.step(), 3), text(step.error(), 4), text(100 * gain, 3), text(step.naiveError(), 4)));
        }
        return new StudyReport.Table(
                "steps",
                "Steps from the path of all patterns towards the midpoint of the halves, " + where,
                rows,
                "Without a step the rms error is " + text(found.error(), 4)
                        + ". A step of -1 is what an error in proportion to 1/p would ask for.");
    }

    private static Map<String, Object> values(Extrapolation asked, Extrapolation.Result found) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Extrapolation.Step step : found.steps()) {
            steps.add(ordered("halvings", step.averaged(), "step", step.step(), "rms", step.error()));
        }
        List<Map<String, Object>> signs = new ArrayList<>();
        for (Extrapolation.Sign sign : found.signs()) {
            signs.add(ordered("departure", sign.departure(), "samples", sign.samples(), "right", sign.right()));
        }
        return ordered(
                "patterns", asked.patterns(),
                "tau", asked.time(),
                "samples", asked.samples(),
                "rms", found.error(),
                "signs", signs,
                "steps", steps);
    }
}
