package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.sim.GuidanceResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of results as HTML, one row per guidance: energies beside exact ones, and the population at the horizon. */
record ResultsTable(Findings findings, Palette palette) {

    private static final int MOST_LISTED = 3;

    String energies() {
        List<String> header = new ArrayList<>(List.of("guidance", "energy", "std.<br>error"));
        if (findings.anyExact()) {
            header.addAll(List.of("exact<br>energy", "difference<br>(std. errors)"));
        }
        for (GuidanceResult other : TextTable.compared(findings)) {
            header.add("saving vs<br>" + Escaped.html(other.guidance()));
        }
        return HtmlTable.of(
                "Energies",
                header,
                findings.guidances().stream().map(this::energies).toList());
    }

    /** Of a population that is not steered: what was found beside theory. */
    String known() {
        List<List<String>> rows = KnownTable.rows(findings).stream()
                .map(row -> row.stream().map(Escaped::html).toList())
                .toList();
        return HtmlTable.of("What the population came to", rows.get(0), rows.subList(1, rows.size()));
    }

    String populations() {
        List<String> header =
                new ArrayList<>(List.of("guidance", "mean<br>at t = 1", "standard deviation<br>at t = 1"));
        if (findings.straight()) {
            header.add("largest distance<br>from the line");
        }
        return HtmlTable.of(
                "The population at the horizon",
                header,
                findings.guidances().stream().map(this::population).toList());
    }

    private List<String> energies(GuidanceResult result) {
        double energy = result.energy().value();
        double error = result.energy().standardError();
        List<String> cells = new ArrayList<>();
        cells.add(name(result.guidance()));
        cells.add(Numbers.estimate(energy, error));
        cells.add(Numbers.significant(error, 2));
        if (findings.anyExact()) {
            Optional<ExactResult> exact = findings.exact(result.guidance());
            cells.add(exact.map(e -> Numbers.estimate(e.energy(), error)).orElse(Numbers.NONE));
            cells.add(exact.map(e -> difference(result, e)).orElse(Numbers.NONE));
        }
        for (GuidanceResult other : TextTable.compared(findings)) {
            double saving = Saving.versus(energy, other.energy().value());
            cells.add(result == other ? Numbers.NONE : Numbers.percent(saving).replace('-', '\u2212'));
        }
        return cells;
    }

    private List<String> population(GuidanceResult result) {
        double[] deviation =
                Arrays.stream(result.terminalVariance()).map(Math::sqrt).toArray();
        List<String> cells =
                new ArrayList<>(List.of(name(result.guidance()), vector(result.terminalMean()), vector(deviation)));
        if (findings.straight()) {
            cells.add(Numbers.significant(result.meanDeviationFromLine(), 3));
        }
        return cells;
    }

    private String name(String guidance) {
        return "<span class=\"key\" style=\"background:" + palette.css(guidance) + "\"></span>"
                + Escaped.html(guidance);
    }

    private static String difference(GuidanceResult result, ExactResult exact) {
        double error = Math.hypot(result.energy().standardError(), exact.energyStandardError());
        double difference = (result.energy().value() - exact.energy()) / error;
        return Double.isFinite(difference) ? Numbers.signed(difference) : Numbers.NONE;
    }

    private static String vector(double[] values) {
        String listed = Arrays.stream(values)
                .limit(MOST_LISTED)
                .mapToObj(value -> String.format(Locale.ROOT, "%.4g", value).replace('-', '\u2212'))
                .collect(Collectors.joining(", "));
        return values.length > MOST_LISTED ? listed + ", \u2026" : listed;
    }
}
