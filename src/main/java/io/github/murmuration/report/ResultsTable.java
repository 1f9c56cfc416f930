package io.github.murmuration.report;

import io.github.murmuration.exact.ExactResult;
import io.github.murmuration.sim.GuidanceResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of results as HTML: simulated beside exact, per guidance. */
record ResultsTable(Findings findings, Palette palette) {

    private static final int MOST_LISTED = 3;

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead>");
        html.append(row("th", header())).append("</thead>\n<tbody>\n");
        for (GuidanceResult result : findings.guidances()) {
            html.append(row("td", cells(result)));
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("guidance", "energy", "standard error"));
        if (findings.anyExact()) {
            header.addAll(List.of("exact energy", "difference<br>(standard errors)"));
        }
        for (GuidanceResult other : TextTable.compared(findings)) {
            header.add("saving versus<br>" + Escaped.html(other.guidance()));
        }
        header.addAll(List.of("terminal mean", "terminal<br>standard deviation", "largest distance<br>from the line"));
        return header;
    }

    private List<String> cells(GuidanceResult result) {
        double energy = result.energy().value();
        double error = result.energy().standardError();
        List<String> cells = new ArrayList<>();
        cells.add(name(result.guidance()));
        cells.add(Numbers.estimate(energy, error));
        cells.add(Numbers.significant(error, 2));
        if (findings.anyExact()) {
            Optional<ExactResult> exact = findings.exact(result.guidance());
            cells.add(exact.map(e -> Numbers.estimate(e.energy(), error)).orElse("-"));
            cells.add(exact.map(e -> difference(result, e)).orElse("-"));
        }
        for (GuidanceResult other : TextTable.compared(findings)) {
            double saving = Saving.versus(energy, other.energy().value());
            cells.add(result == other ? "-" : Numbers.percent(saving));
        }
        cells.add(vector(result.terminalMean()));
        cells.add(
                vector(Arrays.stream(result.terminalVariance()).map(Math::sqrt).toArray()));
        cells.add(Numbers.significant(result.meanDeviationFromLine(), 3));
        return cells;
    }

    private String name(String guidance) {
        Color colour = palette.of(guidance);
        String hex = String.format("#%06x", colour.getRGB() & 0xFFFFFF);
        return "<span class=\"key\" style=\"background:" + hex + "\"></span>" + Escaped.html(guidance);
    }

    private static String difference(GuidanceResult result, ExactResult exact) {
        double error = Math.hypot(result.energy().standardError(), exact.energyStandardError());
        double difference = (result.energy().value() - exact.energy()) / error;
        return Double.isFinite(difference) ? Numbers.signed(difference) : "-";
    }

    private static String vector(double[] values) {
        String listed = Arrays.stream(values)
                .limit(MOST_LISTED)
                .mapToObj(value -> Numbers.significant(value, 4))
                .collect(Collectors.joining(", "));
        return values.length > MOST_LISTED ? listed + ", \u2026" : listed;
    }

    private static String row(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + element + ">" + cell + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
