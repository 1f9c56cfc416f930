package io.github.murmuration.report;

import io.github.murmuration.exact.ExactValues;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table a run ends with on a terminal: plain ASCII, one line per guidance. */
public final class TextTable {

    /** Savings are given against every other guidance up to this many, beyond it against the first only. */
    private static final int MOST_COMPARED = 4;

    private static final String FOOTNOTE = "vs X: control energy saved against guidance X\n";

    private TextTable() {}

    /** Guidance, energy, standard error, exact energy where known, savings against the other guidances, agent-steps/s. */
    public static String of(RunResult run, ExactValues exact) {
        Findings findings = Findings.of(run, exact);
        if (!findings.steered()) {
            return known(findings);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(findings));
        for (GuidanceResult result : findings.guidances()) {
            rows.add(row(result, findings));
        }
        return align(rows) + (compared(findings).isEmpty() ? "" : FOOTNOTE);
    }

    private static String known(Findings findings) {
        List<List<String>> rows = new ArrayList<>(KnownTable.rows(findings));
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(rows.get(i));
            row.add(i == 0 ? "agent-steps/s" : rate(findings));
            rows.set(i, row);
        }
        return align(rows);
    }

    private static String rate(Findings findings) {
        return String.format(Locale.ROOT, "%.2e", findings.run().agentStepsPerSecond())
                .replace("e+0", "e")
                .replace("e+", "e");
    }

    /** Rows of cells, the first of them a header: the first column to the left, the others to the right. */
    public static String of(List<List<String>> rows) {
        return align(rows);
    }

    /** The guidances that savings are given against. */
    static List<GuidanceResult> compared(Findings findings) {
        List<GuidanceResult> all = findings.guidances();
        if (all.size() == 1) {
            return List.of();
        }
        return all.size() <= MOST_COMPARED ? all : all.subList(0, 1);
    }

    private static List<String> header(Findings findings) {
        List<String> header = new ArrayList<>(List.of("guidance", "energy", "std. error"));
        if (findings.anyExact()) {
            header.add("exact");
        }
        compared(findings).forEach(other -> header.add("vs " + other.guidance()));
        header.add("agent-steps/s");
        return header;
    }

    private static List<String> row(GuidanceResult result, Findings findings) {
        double error = result.energy().standardError();
        List<String> row = new ArrayList<>();
        row.add(result.guidance());
        row.add(Numbers.estimate(result.energy().value(), error));
        row.add(Numbers.significant(error, 2));
        if (findings.anyExact()) {
            row.add(findings.exact(result.guidance())
                    .map(e -> Numbers.estimate(e.energy(), error))
                    .orElse(Numbers.NONE));
        }
        compared(findings).forEach(other -> row.add(saving(result, other)));
        row.add(rate(findings));
        return row;
    }

    private static String saving(GuidanceResult result, GuidanceResult other) {
        if (result == other) {
            return Numbers.NONE;
        }
        return Numbers.percent(
                Saving.versus(result.energy().value(), other.energy().value()));
    }

    private static String align(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append(line(row, widths)).append('\n');
        }
        return table.toString();
    }

    /** The name to the left, numbers to the right. */
    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - row.get(c).length());
            line.append(c == 0 ? row.get(c) + padding : "  " + padding + row.get(c));
        }
        return line.toString();
    }
}
