package io.github.murmuration.study.chaos;

import io.github.murmuration.report.Cell;
import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.Bootstrap;
import io.github.murmuration.study.PowerLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Root mean square difference of agents from their copies: its supremum over time, at the end, and at every look. */
final class CouplingTables {

    private final StudyReport report;
    private final Rates rates;
    private final Problem problem;
    private final List<CouplingCase> sizes;

    CouplingTables(StudyReport report, Rates rates, Problem problem, List<CouplingCase> sizes) {
        this.report = report;
        this.rates = rates;
        this.problem = problem;
        this.sizes = sizes;
    }

    void add() {
        List<Bootstrap> suprema = rates.of(CouplingTables::supremum);
        List<Bootstrap> ends =
                rates.of((each, drawn) -> Math.sqrt(CouplingCase.mean(each.square()[each.last()], drawn)));
        Optional<double[]> constants = CouplingConstant.at(problem, sizes.get(0).times());
        table(suprema, ends, constants);
        figure(suprema, rates.fit("sup RMS", suprema), constants);
        rates.fit("terminal RMS", ends);
        inTime(constants);
    }

    static double supremum(CouplingCase each, int[] replicas) {
        return Math.sqrt(CouplingCase.mean(each.square()[each.worst(replicas)], replicas));
    }

    private void table(List<Bootstrap> suprema, List<Bootstrap> ends, Optional<double[]> constants) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(
                "N",
                "sup RMS",
                "low",
                "high",
                "x sqrt(N)",
                "exact",
                "at t",
                "terminal RMS",
                "terminal low",
                "terminal high"));
        List<Map<String, Object>> values = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            CouplingCase each = sizes.get(i);
            double scaled = suprema.get(i).value() * Math.sqrt(each.agents());
            List<Object> row = new ArrayList<>(List.of(each.agents()));
            row.addAll(Rates.cells(suprema.get(i)));
            row.add(Rates.text(scaled, 4));
            row.add(constants.map(c -> Rates.text(largest(c), 4)).orElse(new Cell(Double.NaN, "")));
            row.add(Rates.text(each.times()[each.worst(all(each))], 3));
            row.addAll(Rates.cells(ends.get(i)));
            rows.add(row);
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("agents", each.agents());
            value.put("sup-rms", suprema.get(i).value());
            value.put("sup-rms-standard-error", suprema.get(i).error());
            value.put("sup-rms-times-sqrt-agents", scaled);
            value.put("terminal-rms", ends.get(i).value());
            values.add(value);
        }
        report.put("coupling", values);
        constants.ifPresent(c -> report.put("exact-constant", largest(c)));
        report.add(new StudyReport.Table(
                "coupling",
                "Difference of an agent from its copy in the limit",
                rows,
                "sup over time of the root mean square over agents and replicas; low, high: 95 % bootstrap interval; exact: of sup RMS"
                        + " times sqrt(N), where it is known."));
    }

    private void figure(List<Bootstrap> suprema, Optional<PowerLaw> law, Optional<double[]> constants) {
        double[] n = rates.numbers();
        StudyFigure figure = new StudyFigure(
                        "coupling",
                        "Difference of an agent from its copy",
                        "Largest root mean square difference over time, against the number of agents, with the fitted power law.",
                        "agents N",
                        "sup RMS difference (units of the state)")
                .logarithmic(1e-12);
        figure.points("measured", 0, n, Rates.values(suprema));
        law.ifPresent(fit -> figure.dashed(
                "N^" + Rates.text(fit.exponent(), 3),
                0,
                n,
                Arrays.stream(n).map(fit::at).toArray()));
        constants.ifPresent(c -> figure.line(
                "exact",
                1,
                n,
                Arrays.stream(n).map(x -> largest(c) / Math.sqrt(x)).toArray()));
        report.add(figure);
    }

    private void inTime(Optional<double[]> constants) {
        StudyFigure figure = new StudyFigure(
                        "coupling-in-time",
                        "Difference of an agent from its copy, in time",
                        "Root mean square difference times sqrt(N) against time, for the smallest, a middle and the largest population.",
                        "time t",
                        "RMS difference times sqrt(N)")
                .fromZero();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("N", "t", "rms", "spread", "pair-correlation", "triple-correlation"));
        for (int i = 0; i < sizes.size(); i++) {
            CouplingCase each = sizes.get(i);
            double[] scaled = new double[each.times().length];
            for (int look = 0; look < scaled.length; look++) {
                double square = CouplingCase.mean(each.square()[look], all(each));
                double spread = square - CouplingCase.mean(each.common()[look], all(each));
                Correlation correlation = Correlation.of(each, look, all(each));
                scaled[look] = Math.sqrt(square * each.agents());
                rows.add(List.of(
                        each.agents(),
                        Rates.text(each.times()[look], 6),
                        Rates.text(Math.sqrt(square), 6),
                        Rates.text(Math.sqrt(Math.max(0, spread)), 6),
                        Rates.text(correlation.pair(), 6),
                        Rates.text(correlation.triple(), 6)));
            }
            if (i == 0 || i == sizes.size() / 2 || i == sizes.size() - 1) {
                figure.line("N = " + each.agents(), i == 0 ? 0 : i == sizes.size() - 1 ? 2 : 1, each.times(), scaled);
            }
        }
        constants.ifPresent(c -> figure.dashed("exact", 3, sizes.get(0).times(), c));
        report.add(figure);
        report.addData(new StudyReport.Table("coupling-in-time", "", rows, ""));
    }

    static int[] all(CouplingCase each) {
        int[] all = new int[each.replicas()];
        Arrays.setAll(all, r -> r);
        return all;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
