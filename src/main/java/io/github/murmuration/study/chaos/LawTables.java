package io.github.murmuration.study.chaos;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/** Laws: Wasserstein-2 distances at the end, and what two and three agents of a population have in common where they differ most. */
final class LawTables {

    private final StudyReport report;
    private final Rates rates;
    private final List<CouplingCase> sizes;

    LawTables(StudyReport report, Rates rates, List<CouplingCase> sizes) {
        this.report = report;
        this.rates = rates;
        this.sizes = sizes;
    }

    void add() {
        distances();
        correlations();
    }

    private void distances() {
        boolean law = sizes.get(0).fromLaw().length > 0;
        List<Object> header = new ArrayList<>(List.of("N", "W2 to copies", "low", "high"));
        List<List<Bootstrap>> columns =
                new ArrayList<>(List.of(rates.of((each, drawn) -> root(each.fromCopies(), drawn))));
        if (law) {
            header.addAll(List.of(
                    "W2 to limit", "limit low", "limit high", "copies' W2 to limit", "copies' low", "copies' high"));
            columns.add(rates.of((each, drawn) -> root(each.fromLaw(), drawn)));
            columns.add(rates.of((each, drawn) -> root(each.copiesFromLaw(), drawn)));
        }
        StudyFigure figure = new StudyFigure(
                        "wasserstein",
                        "Wasserstein-2 distance at the end",
                        "Distance of a population's empirical law at t = 1 to that of its copies and, on the line, to the limit law; the"
                                + " copies' own distance to the limit law is what N independent agents have.",
                        "agents N",
                        "W2 (units of the state)")
                .logarithmic(1e-12);
        String[] names = {"population to copies", "population to limit", "copies to limit"};
        for (int c = 0; c < columns.size(); c++) {
            figure.points(names[c], c, rates.numbers(), Rates.values(columns.get(c)));
            rates.fit("W2 " + names[c], columns.get(c));
        }
        report.add(figure);
        report.add(new StudyReport.Table(
                "wasserstein",
                "Wasserstein-2 distance of empirical laws at t = 1",
                rows(header, columns),
                "Root of the mean square over replicas; in more than one dimension sliced, over 32 directions."));
    }

    private void correlations() {
        int look = look();
        List<Bootstrap> pairs =
                rates.of((each, drawn) -> Correlation.of(each, look, drawn).pair());
        List<Bootstrap> triples =
                rates.of((each, drawn) -> Correlation.of(each, look, drawn).triple());
        report.add(
                new StudyReport.Table(
                        "correlation",
                        "Joint cumulants of two and of three agents at t = "
                                + Rates.text(sizes.get(0).times()[look], 3),
                        rows(
                                List.of("N", "pair", "pair low", "pair high", "triple", "triple low", "triple high"),
                                List.of(pairs, triples)),
                        "Of an agent's mean coordinate; the population's less the copies', which are 0; 0 for independent agents."));
        rates.fit("pair correlation", pairs);
        rates.fit("triple correlation", triples);
    }

    /** Where differences are largest, over all sizes. */
    private int look() {
        int best = 0;
        double most = -1;
        for (int look = 0; look < sizes.get(0).times().length; look++) {
            double sum = 0;
            for (CouplingCase each : sizes) {
                sum += each.agents() * CouplingCase.mean(each.square()[look], CouplingTables.all(each));
            }
            if (sum > most) {
                most = sum;
                best = look;
            }
        }
        return best;
    }

    private List<List<Object>> rows(List<Object> header, List<List<Bootstrap>> columns) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(header);
        for (int i = 0; i < sizes.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(sizes.get(i).agents()));
            for (List<Bootstrap> column : columns) {
                row.addAll(Rates.cells(column.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static double root(double[] squares, int[] replicas) {
        return Math.sqrt(CouplingCase.mean(squares, replicas));
    }
}
